package fi.rinnalla.advice.web;

import fi.rinnalla.advice.ChatMessage;
import fi.rinnalla.advice.SharedCard;
import fi.rinnalla.advice.VisitorChats.Talk;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;

/// A talk as plain text, for its visitor to keep.
@Component
class Transcript {
  private final SiteAddress site;

  Transcript(SiteAddress site) {
    this.site = site;
  }

  String of(Page page, Talk talk) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(page.words(talk.desk().name()) + ", " + page.moment(talk.chat().openedAt()));
    for (ChatMessage message : talk.messages()) {
      lines.add("").add(page.time(message.saidAt()) + " " + line(page, message));
    }
    return lines.toString();
  }

  private String line(Page page, ChatMessage message) {
    String who =
        switch (message.sender()) {
          case VISITOR -> page.say("advice.you") + ": ";
          case ADVISER -> message.name() + ": ";
          case SYSTEM -> "";
        };
    SharedCard card = message.card();
    String words =
        switch (message.kind()) {
          case TEXT -> message.body();
          case NOTICE -> notice(page, message);
          case CARD -> card == null ? "" : card(page, card);
        };
    return who + words;
  }

  /// With the address behind it, for a file has no links.
  private String notice(Page page, ChatMessage message) {
    String words = page.say("advice.notice." + message.body(), message.name());
    return message.body().equals(ChatMessage.Notice.HELP.code())
        ? words + " " + site.of(page.to(Route.HELP))
        : words;
  }

  private String card(Page page, SharedCard card) {
    StringJoiner parts = new StringJoiner(", ");
    parts.add(page.words(card.title()));
    if (!card.place().isEmpty()) {
      parts.add(page.words(card.place()));
    }
    if (card.from() != null && card.until() != null) {
      // It is read on other days too.
      parts.add(page.moment(card.from()));
    }
    if (!card.steps().isEmpty()) {
      parts.add(page.say("detail.steps") + ": " + page.words(card.steps()));
    }
    return parts + " " + site.of(page.to(card.kind().route(), card.slug()));
  }
}
