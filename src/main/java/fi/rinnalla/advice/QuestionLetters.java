package fi.rinnalla.advice;

import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The letter that there is an answer. Its subject tells nothing; what was answered is in it only
/// when its reader asked for that.
@Component
class QuestionLetters {
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;

  QuestionLetters(Notifications notifications, Messages messages, SiteAddress site) {
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
  }

  void send(LeftQuestion question, String to, String answer, String secret) {
    List<String> paragraphs = new ArrayList<>();
    if (question.reply() == LeftQuestion.Reply.MAIL_TEXT) {
      answer.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(paragraphs::add);
      paragraphs.add(messages.say(question.lang(), "advice.letter.kept"));
    } else {
      paragraphs.add(messages.say(question.lang(), "advice.letter.text"));
    }
    EmailAddress.find(to)
        .ifPresent(address ->
            notifications.send(
                Letter.calm(
                        address,
                        question.lang(),
                        messages.say(question.lang(), "advice.letter.subject"),
                        paragraphs,
                        "advice/answer/" + question.id())
                    .withLink(
                        messages.say(question.lang(), "advice.letter.link"),
                        site.of(Route.QUESTION.path(question.lang(), secret)))));
  }
}
