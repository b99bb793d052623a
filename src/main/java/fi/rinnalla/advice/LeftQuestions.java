package fi.rinnalla.advice;

import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Questions from the side of whoever leaves one. What opens it again is a secret that is kept
/// nowhere but with them.
@Component
public class LeftQuestions {
  private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");

  private final Desks desks;
  private final QuestionRows rows;
  private final SignInLinks secrets;
  private final Tally tally;
  private final Conversation conversation;
  private final DeskLetters letters;
  private final HouseWork house;
  private final Clock clock;

  LeftQuestions(
      Desks desks,
      QuestionRows rows,
      SignInLinks secrets,
      Tally tally,
      Conversation conversation,
      DeskLetters letters,
      HouseWork house,
      Clock clock) {
    this.desks = desks;
    this.rows = rows;
    this.secrets = secrets;
    this.tally = tally;
    this.conversation = conversation;
    this.letters = letters;
    this.house = house;
    this.clock = clock;
  }

  /// What became of leaving one.
  public enum Left {
    DONE,
    /// Empty, or longer than is taken.
    NOT_GOOD,
    /// The answer was to go by mail, and there is no address.
    NO_ADDRESS,
    NO_DESK
  }

  /// A secret for a form: by it the question is known, however often the form is sent.
  public String secret() {
    return secrets.secret();
  }

  public Left leave(
      UUID desk,
      String secret,
      Lang lang,
      Optional<Topic> topic,
      String words,
      LeftQuestion.Reply reply,
      @Nullable EmailAddress email) {
    if (words.isBlank() || words.length() > LeftQuestion.LONGEST || !isSecret(secret)) {
      return Left.NOT_GOOD;
    }
    if (reply.isByMail() && email == null) {
      return Left.NO_ADDRESS;
    }
    return house.step(() -> {
      Desks.Shown shown = desks.find(desk).orElse(null);
      if (shown == null) {
        return Left.NO_DESK;
      }
      LeftQuestion question =
          new LeftQuestion(
              UUID.randomUUID(),
              desk,
              lang,
              topic,
              words,
              reply,
              clock.instant(),
              shown.answerBy(),
              null,
              "",
              "",
              null);
      String address = reply.isByMail() && email != null ? email.value() : null;
      if (rows.put(question, Sha256.of(secret), address)) {
        tally.add(desk, lang, topic, Tally.What.QUESTION);
        if (!shown.state().isOpen()) {
          tally.add(desk, lang, topic, Tally.What.OUTSIDE);
        }
        conversation.stirred(desk);
        letters.tell(desk, DeskLetters.About.WAITS);
      }
      return Left.DONE;
    });
  }

  public Optional<LeftQuestion> find(String secret) {
    return isSecret(secret) ? house.step(() -> rows.find(Sha256.of(secret))) : Optional.empty();
  }

  /// Takes it away, with its answer, whether or not anybody has read it.
  public boolean takeBack(String secret) {
    return isSecret(secret) && house.step(() -> rows.delete(Sha256.of(secret))) == 1;
  }

  private static boolean isSecret(String written) {
    return SECRET.matcher(written).matches();
  }
}
