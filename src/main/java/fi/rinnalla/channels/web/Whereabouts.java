package fi.rinnalla.channels.web;

import fi.rinnalla.directory.Location;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.Lang;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where and when, as what is drawn says it: in full, for it is read elsewhere and later.
final class Whereabouts {
  private Whereabouts() {}

  /// `Torikatu 5, 05800 Hyvinkää`; empty when the place tells none.
  static String first(Page page, Location place) {
    return place.addresses().stream()
        .findFirst()
        .map(it ->
            joined(
                ", ",
                page.words(it.address1()),
                joined(" ", it.postalCode() == null ? "" : it.postalCode(), page.words(it.city()))))
        .orElse("");
  }

  private static String joined(String between, String one, String other) {
    return Stream.of(one, other)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(between));
  }

  /// `Tiistai 24.11.`.
  static String day(Lang lang, LocalDate day) {
    String weekday = Dates.weekday(lang, day);
    return weekday.substring(0, 1).toUpperCase(lang.locale())
        + weekday.substring(1)
        + " "
        + Dates.dayMonth(lang, day);
  }
}
