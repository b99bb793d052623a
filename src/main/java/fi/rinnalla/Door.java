package fi.rinnalla;

/// The one door for operators: the words after `./rinnalla` come here.
final class Door {
  private Door() {}

  static void open(String[] args) {
    House.application().run(args);
  }
}
