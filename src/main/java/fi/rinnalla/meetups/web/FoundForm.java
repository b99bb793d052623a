package fi.rinnalla.meetups.web;

import fi.rinnalla.meetups.ContactDetail;
import fi.rinnalla.meetups.Plan;
import fi.rinnalla.meetups.web.ProposalForm.Fault;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A group's name and its sentence as somebody typed them, and what is wrong with them.
///
/// @param typed the fields by their names
public record FoundForm(Map<String, String> typed, List<Fault> faults) {
  public static final int LONGEST_NAME = 60;
  public static final int LONGEST_WORDS = 200;
  private static final int LONGEST = 500;

  public FoundForm {
    typed = Map.copyOf(typed);
    faults = List.copyOf(faults);
  }

  public String get(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean isWrong(String field) {
    return faults.stream().anyMatch(it -> it.field().equals(field));
  }

  static FoundForm empty(Plan.Ages ages) {
    return new FoundForm(Map.of("ages", ages.code()), List.of());
  }

  /// @param lang of the page, whose name stands first
  static FoundForm read(Map<String, String> sent, Lang lang) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : List.of("name_fi", "name_sv", "name_en", "ages", "words")) {
      String value = ProposalForm.plain(sent.getOrDefault(field, ""));
      typed.put(field, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
    List<Fault> faults = new ArrayList<>();
    boolean named = false;
    for (Lang one : Lang.values()) {
      String field = "name_" + one.code();
      String name = typed.getOrDefault(field, "");
      named |= !name.isEmpty();
      if (name.length() > LONGEST_NAME) {
        faults.add(new Fault(field, "group_name_long"));
      }
      clean(field, name, faults);
    }
    if (!named) {
      faults.add(new Fault("name_" + lang.code(), "group_name"));
    }
    if (Plan.Ages.find(typed.getOrDefault("ages", "")).isEmpty()) {
      faults.add(new Fault("ages", "ages"));
    }
    String words = typed.getOrDefault("words", "");
    if (words.isEmpty() || words.length() > LONGEST_WORDS) {
      faults.add(new Fault("words", "group_words"));
    }
    clean("words", words, faults);
    return new FoundForm(typed, faults);
  }

  private static void clean(String field, String words, List<Fault> faults) {
    ContactDetail.in(words).ifPresent(it -> faults.add(new Fault(field, "has_" + it.code())));
  }

  Text name() {
    Text name = Text.none();
    for (Lang lang : Lang.values()) {
      String written = get("name_" + lang.code());
      if (!written.isEmpty()) {
        name = name.with(lang, written);
      }
    }
    return name;
  }

  Plan.Ages ages() {
    Optional<Plan.Ages> ages = Plan.Ages.find(get("ages"));
    return ages.orElseThrow();
  }
}
