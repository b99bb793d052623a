package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.workspace.Kept;
import java.util.UUID;

/// The addresses inside an organization's workspace, in three languages.
public enum Door {
  NEW("uusi", "ny", "new"),
  NEW_SERVICE("uusi-palvelu", "ny-tjanst", "new-service"),
  HOURS("aukiolo", "oppettider", "hours"),
  PLACES("paikat", "platser", "places"),
  DATES("ajat", "tider", "dates"),
  LISTING("ilmoitus", "annons", "listing"),
  TIMES("kerrat", "tillfallen", "times"),
  WITHDRAW("poista", "ta-bort", "withdraw"),
  HISTORY("historia", "historik", "history"),
  TRANSLATIONS("kieliversiot", "sprakversioner", "translations"),
  PICTURE("kuva", "bild", "picture"),
  PICTURE_REMOVE("kuva/poista", "bild/ta-bort", "picture/remove"),
  LOGO("logo", "logotyp", "logo"),
  LOGO_REMOVE("logo/poista", "logotyp/ta-bort", "logo/remove"),
  RESTORE("palauta", "aterstall", "restore"),
  STILL_TRUE("voimassa", "galler", "still-true"),
  MEMBERS("tekijat", "medlemmar", "people"),
  INVITE("tekijat/kutsu", "medlemmar/bjud-in", "people/invite"),
  UNINVITE("tekijat/peru-kutsu", "medlemmar/dra-tillbaka", "people/uninvite"),
  ROLE("tekijat/tehtava", "medlemmar/uppgift", "people/role"),
  REMOVE("tekijat/poista", "medlemmar/ta-bort", "people/remove"),
  LEAVE("tekijat/lahde", "medlemmar/lamna", "people/leave"),
  ANSWER("tekijat/vastaa", "medlemmar/svara", "people/answer"),
  CORRECT("korjaa", "ratta", "correct"),
  TABLE("taulukko", "tabell", "table"),
  TABLE_PUBLISH("taulukko/julkaise", "tabell/publicera", "table/publish"),
  TABLE_TEMPLATE("taulukko/pohja", "tabell/mall", "table/template");

  private final String fi;
  private final String sv;
  private final String en;

  Door(String fi, String sv, String en) {
    this.fi = fi;
    this.sv = sv;
    this.en = en;
  }

  private String word(Lang lang) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }

  public static String home(Page page, OrganizationId organization) {
    return page.to(Route.WORKSPACE, organization.toString());
  }

  /// Where a new listing of the kind is begun.
  public static Door begin(Kept.Kind kind) {
    return switch (kind) {
      case EVENT -> NEW;
      case SERVICE -> NEW_SERVICE;
    };
  }

  /// `/fi/oma/jarjesto/{organization}/uusi`.
  public String of(Page page, OrganizationId organization) {
    return of(page.lang(), organization);
  }

  public String of(Lang lang, OrganizationId organization) {
    return Route.WORKSPACE.path(lang, organization.toString()) + "/" + word(lang);
  }

  /// `/fi/oma/jarjesto/{organization}/ilmoitus/{id}/historia`.
  public String of(Page page, OrganizationId organization, UUID id) {
    String listing = LISTING.of(page, organization) + "/" + id;
    return this == LISTING ? listing : listing + "/" + word(page.lang());
  }
}
