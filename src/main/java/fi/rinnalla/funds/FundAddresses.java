package fi.rinnalla.funds;

import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import java.util.UUID;

/// Where an organization's handlers work, in each language: inside its workspace.
public final class FundAddresses {
  private FundAddresses() {}

  public static String desk(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(
        lang, organization + "/" + word(lang, "rahastot", "fonder", "funds"));
  }

  public static String fund(Lang lang, UUID organization, FundId fund) {
    return desk(lang, organization) + "/" + fund;
  }

  /// The figures as a table to take along.
  public static String table(Lang lang, UUID organization, FundId fund) {
    return fund(lang, organization, fund) + "/" + word(lang, "taulukko", "tabell", "table");
  }

  public static String application(
      Lang lang, UUID organization, FundId fund, HobbyApplicationId application) {
    return fund(lang, organization, fund)
        + "/"
        + word(lang, "hakemus", "ansokan", "application")
        + "/"
        + application;
  }

  private static String word(Lang lang, String fi, String sv, String en) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }
}
