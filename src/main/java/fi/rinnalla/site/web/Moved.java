package fi.rinnalla.site.web;

/// Two records were made one, and the other's page is the page of both.
final class Moved extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String address;

  Moved(String address) {
    super("moved to " + address);
    this.address = address;
  }

  String address() {
    return address;
  }
}
