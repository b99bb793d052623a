package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskArticles;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where asking a human happens, in each language.
public final class Addresses {
  private Addresses() {}

  public static String start(Lang lang, UUID desk) {
    return Route.CHAT_START.path(lang, desk.toString());
  }

  public static String leaveQuestion(Lang lang, UUID desk) {
    return Route.QUESTION_LEAVE.path(lang, desk.toString());
  }

  /// Where a visitor's message goes.
  public static String message(Lang lang) {
    return Route.CHAT.path(lang) + "/" + word(lang, "viesti", "meddelande", "message");
  }

  public static String stream(Lang lang) {
    return Route.CHAT.path(lang) + "/" + word(lang, "virta", "strom", "stream");
  }

  public static String leave(Lang lang) {
    return Route.CHAT.path(lang) + "/" + word(lang, "lopeta", "avsluta", "end");
  }

  public static String transcript(Lang lang) {
    return Route.CHAT.path(lang) + "/" + word(lang, "tallenna", "spara", "save");
  }

  /// An adviser's desk.
  public static String desk(Lang lang, UUID desk) {
    return Route.ADVISING.path(lang, desk.toString());
  }

  public static String chat(Lang lang, UUID desk, UUID chat) {
    return desk(lang, desk) + "/" + word(lang, "keskustelu", "samtal", "chat") + "/" + chat;
  }

  public static String deskStream(Lang lang, UUID desk) {
    return desk(lang, desk) + "/" + word(lang, "virta", "strom", "stream");
  }

  public static String chatStream(Lang lang, UUID desk, UUID chat) {
    return chat(lang, desk, chat) + "/" + word(lang, "virta", "strom", "stream");
  }

  /// Where an adviser's page says that somebody is there.
  public static String beat(Lang lang, UUID desk) {
    return desk(lang, desk) + "/" + word(lang, "paikalla", "narvaro", "presence");
  }

  public static String questions(Lang lang, UUID desk) {
    return desk(lang, desk) + "/" + word(lang, "kysymykset", "fragor", "questions");
  }

  public static String question(Lang lang, UUID desk, UUID question) {
    return questions(lang, desk) + "/" + question;
  }

  public static String canned(Lang lang, UUID desk) {
    return desk(lang, desk) + "/" + word(lang, "vastaukset", "svar", "answers");
  }

  /// An organization's desks, inside its workspace.
  public static String kept(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(
        lang, organization + "/" + word(lang, "neuvonta", "radgivning", "advice"));
  }

  public static String kept(Lang lang, UUID organization, UUID desk) {
    return kept(lang, organization) + "/" + desk;
  }

  /// Articles, from whichever side of the desk.
  public static String articles(Lang lang, DeskArticles.Side side) {
    UUID organization = side.organization();
    String root =
        organization == null ? desk(lang, side.desk()) : kept(lang, organization, side.desk());
    return root + "/" + word(lang, "tietopankki", "kunskapsbank", "knowledge");
  }

  public static String article(Lang lang, DeskArticles.Side side, UUID article) {
    return articles(lang, side) + "/" + article;
  }

  /// @param organization for which one keeps the desk; null for whoever looks after the region
  public static String figures(Lang lang, UUID desk, @Nullable UUID organization) {
    return organization == null
        ? Route.DESKS.path(lang, desk.toString())
        : kept(lang, organization, desk) + "/" + word(lang, "luvut", "siffror", "figures");
  }

  public static String figuresTable(Lang lang, UUID desk, @Nullable UUID organization) {
    String root =
        organization == null
            ? Route.DESKS.path(lang, desk.toString())
            : kept(lang, organization, desk);
    return root + "/" + word(lang, "luvut", "siffror", "figures") + ".csv";
  }

  private static String word(Lang lang, String fi, String sv, String en) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }
}
