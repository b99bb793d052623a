package fi.rinnalla.visits;

import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import java.time.LocalDate;
import java.util.UUID;

/// Where visits are planned, inside an organization's workspace.
public final class Addresses {
  private Addresses() {}

  /// `/fi/oma/jarjesto/{organization}/vierailut`.
  public static String all(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(
        lang, organization + "/" + word(lang, "vierailut", "besok", "visits"));
  }

  /// Where a series at a place is begun.
  public static String begin(Lang lang, UUID organization) {
    return all(lang, organization) + "/" + word(lang, "uusi", "ny", "new");
  }

  public static String series(Lang lang, UUID organization, UUID series) {
    return all(lang, organization) + "/" + series;
  }

  /// Where a visit of the series is planned.
  public static String plan(Lang lang, UUID organization, UUID series) {
    return series(lang, organization, series) + "/" + word(lang, "suunnittele", "planera", "plan");
  }

  /// Where one of a partner's people answers.
  public static String answer(Lang lang, UUID organization, UUID series, UUID visit) {
    return series(lang, organization, series)
        + "/"
        + visit
        + "/"
        + word(lang, "vastaus", "svar", "answer");
  }

  /// Where those who come to a visit are counted.
  public static String count(Lang lang, UUID organization, UUID series, UUID visit) {
    return series(lang, organization, series)
        + "/"
        + visit
        + "/"
        + word(lang, "kavijat", "besokare", "visitors");
  }

  /// Where an organization plans whose turn it is at its places.
  public static String rotas(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(
        lang, organization + "/" + word(lang, "esittelyvuorot", "presentationsturer", "rotas"));
  }

  public static String beginRota(Lang lang, UUID organization) {
    return rotas(lang, organization) + "/" + word(lang, "uusi", "ny", "new");
  }

  public static String rota(Lang lang, UUID organization, UUID rota) {
    return rotas(lang, organization) + "/" + rota;
  }

  /// A presenter's own turns for its calendar, by the same key as its page.
  public static String calendar(Lang lang, String token) {
    return Route.TURNS.path(lang, token)
        + "/"
        + word(lang, "kalenteri", "kalender", "calendar")
        + ".ics";
  }

  /// How many have come to an organization's places.
  public static String counts(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(
        lang, organization + "/" + word(lang, "kavijat", "besokare", "visitors"));
  }

  public static String counts(Lang lang, UUID organization, UUID place) {
    return counts(lang, organization) + "/" + place;
  }

  /// Where those who come on an open day are counted.
  public static String countDay(Lang lang, UUID organization, UUID place, LocalDate day) {
    return counts(lang, organization, place) + "/" + day;
  }

  /// The same numbers for a spreadsheet.
  public static String countTable(Lang lang, UUID organization, UUID place) {
    return counts(lang, organization, place) + "/" + word(lang, "taulukko", "tabell", "table");
  }

  private static String word(Lang lang, String fi, String sv, String en) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }
}
