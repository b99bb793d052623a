package fi.rinnalla.feedback;

import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import java.util.UUID;

/// Where rounds are looked after, inside an organization's workspace.
public final class Addresses {
  private Addresses() {}

  /// `/fi/oma/jarjesto/{organization}/palaute`.
  public static String rounds(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(lang, organization + "/" + Route.FEEDBACK.word(lang));
  }

  public static String round(Lang lang, UUID organization, UUID round) {
    return rounds(lang, organization) + "/" + round;
  }

  /// Where what people wrote is let through or left out.
  public static String remarks(Lang lang, UUID organization, UUID round) {
    String word =
        switch (lang) {
          case FI -> "sanat";
          case SV -> "ord";
          case EN -> "words";
        };
    return round(lang, organization, round) + "/" + word;
  }

  /// Where a round is opened about one of the organization's events:
  /// `/fi/oma/jarjesto/{organization}/ilmoitus/{event}/palaute`.
  public static String event(Lang lang, UUID organization, UUID event) {
    String listing =
        switch (lang) {
          case FI -> "ilmoitus";
          case SV -> "annons";
          case EN -> "listing";
        };
    return Route.WORKSPACE.path(
        lang, organization + "/" + listing + "/" + event + "/" + Route.FEEDBACK.word(lang));
  }

  public static String poster(Lang lang, UUID organization, UUID round, UUID sitting) {
    String file =
        switch (lang) {
          case FI -> "juliste";
          case SV -> "affisch";
          case EN -> "poster";
        };
    return round(lang, organization, round) + "/" + sitting + "/" + file + ".pdf";
  }
}
