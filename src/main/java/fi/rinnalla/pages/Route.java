package fi.rinnalla.pages;

import fi.rinnalla.vocabulary.Lang;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pages' addresses, each in its own words in each language. Controllers map the constants,
/// links are made from the values, and a test holds the two together.
public enum Route {
  HOME("", "", ""),
  SEARCH("haku", "sok", "search"),
  SERVICE("palvelu", "tjanst", "service"),
  EVENT("tapahtuma", "evenemang", "event"),
  PLACE("paikka", "plats", "place"),
  ORGANIZATION("jarjestaja", "arrangor", "organizer"),
  AREA("alue", "omrade", "area"),
  ASK("kysy", "fraga", "ask"),
  /// A question that is asked often, with its answer.
  ARTICLE("usein-kysytty", "vanlig-fraga", "common-question"),
  /// Whether the answer was of help.
  HELPED("auttoiko", "hjalpte-det", "did-it-help", true),
  MEET("tapaa", "traffa", "meet"),
  SOURCES("lahteet", "kallor", "sources"),
  ACCESSIBILITY("saavutettavuus", "tillganglighet", "accessibility"),
  PRIVACY("tietosuoja", "dataskydd", "privacy"),
  OFFLINE("ei-verkkoa", "offline", "offline"),
  /// Where a search becomes a calendar, a feed or a part of another page.
  EMBED_IT("upota", "badda-in", "embed-it"),
  /// What programs can ask.
  API("rajapinta", "api", "api"),
  SIGN_IN("kirjaudu", "logga-in", "sign-in", true),
  /// The quick way out of what nobody else should see.
  LEAVE("poistu", "lamna", "leave", true),
  SIGN_OUT("ulos", "logga-ut", "sign-out", true),
  SIGN_OUT_EVERYWHERE("ulos/kaikkialta", "logga-ut/overallt", "sign-out/everywhere", true),
  OWN("oma", "min", "my", true),
  FORGET("oma/poista", "min/ta-bort", "my/delete", true),
  /// All that is kept of somebody, to take along; and what shows that they were forgotten.
  TAKEOUT("oma/tiedot", "min/uppgifter", "my/data", true),
  RECEIPT("kuitti", "kvitto", "receipt", true),
  LOOKS("oma/katsojat", "min/lasare", "my/viewers", true),
  WORKSPACE("oma/jarjesto", "min/organisation", "my/organization", true),
  INVITATIONS("oma/kutsut", "min/inbjudningar", "my/invitations", true),
  CLAIM("oma/ota-hoitoon", "min/ta-hand-om", "my/take-over", true),
  CLAIMS("oma/pyynnot", "min/onskemal", "my/requests", true),
  CORRECT("oma/korjaa", "min/ratta", "my/correct", true),
  CLAIM_CONFIRM("vahvista", "bekrafta", "confirm", true),
  PASSKEYS("oma/paasyavaimet", "min/nycklar", "my/passkeys", true),
  PASSKEY_REMOVE("oma/paasyavaimet/poista", "min/nycklar/ta-bort", "my/passkeys/remove", true),
  ACCOUNT_OUTSIDE("kirjaudu/tunnus", "logga-in/konto", "sign-in/account", true),
  ACCOUNT_LINK("oma/tunnus", "min/konto", "my/account", true),
  ACCOUNT_UNLINK("oma/tunnus/poista", "min/konto/ta-bort", "my/account/remove", true),
  STILL_TRUE("voimassa", "galler", "still-true", true),
  GROWN_OLD("oma/vanhenevat", "min/foraldras", "my/grown-old", true),
  /// Signing up for an event, and the form whose place is held.
  SIGN_UP("ilmoittaudu", "anmal-dig", "sign-up", true),
  SIGN_UP_FORM("ilmoittaudu/lomake", "anmal-dig/blankett", "sign-up/form", true),
  /// A family's own sign-ups, and one of them by a letter's link.
  MINE("omat", "mina", "mine", true),
  /// Asking to be reminded of an event, one's own reminders, and an end of them in one tap.
  REMIND("muistuta", "paminn", "remind", true),
  REMINDERS("muistutukset", "paminnelser", "reminders", true),
  NO_REMINDER("ala-muistuta", "ingen-paminnelse", "no-reminder", true),
  SIGNUP_TERMS("oma/ilmoittautuminen", "min/anmalan", "my/signup", true),
  ATTENDEES("oma/ilmoittautuneet", "min/anmalda", "my/attendees", true),
  /// Families' own meet-ups: proposing one, its page for those who come, taking over, one's own.
  PROPOSE("ehdota-tapaamista", "foresla-traff", "propose-meetup", true),
  MEETUP("tapaaminen", "traffen", "meetup", true),
  HAND_OVER("vetovuoro", "vardskap", "hosting", true),
  MY_MEETUPS("oma/tapaamiset", "min/traffar", "my/meetups", true),
  /// A families' own group, founding one, and out of it in one tap.
  GROUP("ryhma", "grupp", "group", true),
  FOUND_GROUP("perusta-ryhma", "grunda-grupp", "found-group", true),
  LEAVE_GROUP("ryhmasta-pois", "lamna-gruppen", "leave-group", true),
  /// Talking with an adviser without a name: beginning, the talk itself.
  CHAT_START("keskustelu/aloita", "samtal/borja", "chat/start", true),
  CHAT("keskustelu", "samtal", "chat", true),
  /// Leaving a question when nobody can answer at once, and its answer behind a secret link.
  QUESTION_LEAVE("kysymys/jata", "fragan/lamna", "question/leave", true),
  QUESTION("kysymys", "fragan", "question", true),
  /// An adviser's own desks, and those of a region.
  ADVISING("oma/neuvonta", "min/radgivning", "my/advice", true),
  DESKS("yllapito/neuvonta", "underhall/radgivning", "upkeep/advice", true),
  /// A family's own page, coming along to it, and what its adults have agreed to.
  FAMILY("oma/perhe", "min/familj", "my/family", true),
  FAMILY_JOIN("oma/perhe/mukaan", "min/familj/med", "my/family/join", true),
  CONSENTS("oma/suostumukset", "min/samtycken", "my/consents", true),
  /// A consent by a letter's link.
  CONSENT("suostumus", "samtycke", "consent", true),
  /// Where one may ask for help, asking, one's own matters, a navigator's desk, and a referral by a
  /// letter's link.
  HELP("apua", "hjalp", "help"),
  HELP_ASK("oma/apua", "min/hjalp", "my/help", true),
  CASES("oma/asiat", "min/arenden", "my/matters", true),
  NAVIGATING("oma/palveluohjaus", "min/handledning", "my/navigation", true),
  /// A professional's asking on behalf of a family.
  INTRODUCE("oma/perheen-puolesta", "min/for-en-familj", "my/for-a-family", true),
  INTRODUCE_ASK(
      "oma/perheen-puolesta/pyynto", "min/for-en-familj/begaran", "my/for-a-family/request", true),
  /// Luuri: the worker's desk and a call, what whoever called sees, a family's own networks, those
  /// one is asked into, and a member's answer by a letter's link.
  LUURI("oma/luuri", "min/luuri", "my/luuri", true),
  LUURI_WORKERS("yllapito/luuri", "underhall/luuri", "upkeep/luuri", true),
  LUURI_CALL("oma/luuri/puhelu", "min/luuri/samtal", "my/luuri/call", true),
  CALLED("luuri", "luuri", "luuri", true),
  NETWORKS("oma/verkostot", "min/natverk", "my/networks", true),
  IN_NETWORKS("oma/verkostoissa", "min/i-natverk", "my/in-networks", true),
  NETWORK_ANSWER("verkosto", "natverk", "network", true),
  REFERRAL("ohjaus", "hanvisning", "referral", true),
  /// Hobby fee support: what can be applied for, one's own applications, what a professional is
  /// asked, and a promise to pay as a club sees it.
  HOBBY_SUPPORT("harrastustuki", "hobbystod", "hobby-support"),
  MY_HOBBY_SUPPORT("oma/harrastustuki", "min/hobbystod", "my/hobby-support", true),
  HOBBY_DRAFT(
      "oma/aloita-harrastushakemus", "min/borja-hobbyansokan", "my/begin-hobby-application", true),
  RECOMMENDATIONS("oma/suositukset", "min/rekommendationer", "my/recommendations", true),
  PAYMENT("maksu", "betalning", "payment", true),
  REPORT("kerro", "beratta", "tell", true),
  THANKS("kerro/kiitos", "beratta/tack", "tell/thanks", true),
  /// Behind the link of a sitting.
  FEEDBACK("palaute", "respons", "feedback", true),
  FEEDBACK_SUMMARY("palaute/yhteenveto", "respons/sammandrag", "feedback/summary", true),
  /// What a partner is asked to visit, behind a letter's link.
  VISIT("vierailu", "besok", "visit", true),
  /// A presenter's own turns, behind a letter's link.
  TURNS("vuorot", "turer", "turns", true),
  UPKEEP("yllapito", "underhall", "upkeep", true),
  QUEUE("yllapito/jono", "underhall/ko", "upkeep/queue", true),
  AWAITING("yllapito/odottavat", "underhall/vantar", "upkeep/awaiting", true),
  MEETUPS_WAITING("yllapito/tapaamiset", "underhall/traffar", "upkeep/meetups", true),
  WAITING_PICTURES("yllapito/kuvat", "underhall/bilder", "upkeep/pictures", true),
  SUPPLY("yllapito/tarjonta", "underhall/utbud", "upkeep/supply", true),
  SAME("yllapito/samat", "underhall/samma", "upkeep/same", true),
  AUDIT("valvonta", "tillsyn", "audit", true);

  private final String fi;
  private final String sv;
  private final String en;
  private final boolean personal;

  Route(String fi, String sv, String en) {
    this(fi, sv, en, false);
  }

  Route(String fi, String sv, String en, boolean personal) {
    this.fi = fi;
    this.sv = sv;
    this.en = en;
    this.personal = personal;
  }

  /// Whether what is at this address depends on who asks: it is made for one person, kept by no
  /// browser, and may have a form.
  public static boolean isPersonal(String path) {
    if (path.equals("/demo")
        || path.startsWith("/demo/")
        || path.startsWith("/passkeys/")
        || path.startsWith("/oidc/")) {
      return true;
    }
    int second = path.indexOf('/', 4);
    String first = path.length() < 4 ? "" : path.substring(4, second < 0 ? path.length() : second);
    return FIRST_WORDS_OF_PERSONAL.contains(first);
  }

  private static final Set<String> FIRST_WORDS_OF_PERSONAL =
      Arrays.stream(values())
          .filter(route -> route.personal)
          .flatMap(route -> Stream.of(route.fi, route.sv, route.en))
          .map(word -> word.split("/")[0])
          .collect(Collectors.toUnmodifiableSet());

  /// Whether a mail program may send a form there by itself (RFC 8058): the address is the key, and
  /// who is signed in doesn't matter.
  public static boolean isOneClick(String path) {
    return Arrays.stream(Lang.values())
        .flatMap(lang -> Stream.of(NO_REMINDER.path(lang), LEAVE_GROUP.path(lang)))
        .anyMatch(root -> path.startsWith(root + "/"));
  }

  /// Whether a form there comes from somebody without a name, who gets no cookie of forms
  /// beforehand: the talk's own cookie goes along with no other site's form, and whoever has none
  /// has nothing that a strange form could touch.
  public static boolean isNameless(String path) {
    return Arrays.stream(Lang.values())
        .flatMap(lang -> Stream.of(CHAT.path(lang), QUESTION.path(lang), HELPED.path(lang)))
        .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  /// Whether there is a page of this kind; not whether there is just that one of its kind.
  public static boolean isKnown(String path) {
    return Arrays.stream(Lang.values())
        .flatMap(lang -> Arrays.stream(values()).map(it -> it.path(lang)))
        .anyMatch(it -> path.equals(it) || (it.length() > 3 && path.startsWith(it + "/")));
  }

  public String word(Lang lang) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }

  /// `/fi/haku`.
  public String path(Lang lang) {
    String word = word(lang);
    return "/" + lang.code() + (word.isEmpty() ? "" : "/" + word);
  }

  /// A place's poster, a file beside its page: `/fi/paikka/kirjasto-7kq2m9x4/juliste.pdf`.
  public static String poster(Lang lang, String slug) {
    String file =
        switch (lang) {
          case FI -> "juliste";
          case SV -> "affisch";
          case EN -> "poster";
        };
    return PLACE.path(lang, slug) + "/" + file + ".pdf";
  }

  /// `/fi/palvelu/perhekahvila-7kq2m9x4`.
  public String path(Lang lang, String slug) {
    return path(lang) + "/" + slug;
  }
}
