package fi.rinnalla.upkeep.web;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.SpokenRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.upkeep.Aged;
import fi.rinnalla.upkeep.Answers;
import fi.rinnalla.upkeep.Ref;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The one form by which anybody answers what is still so: behind a letter's link, in the workspace
/// and on the staff's page.
@Component
public class AnswerForm {
  private final Answers answers;

  AnswerForm(Answers answers) {
    this.answers = answers;
  }

  /// The buttons.
  public enum Act {
    CONFIRM,
    /// Staff called and asked.
    PHONED,
    ALL,
    ALL_PHONED,
    ENDED,
    /// It hadn't ended after all.
    UNDO,
    WRONG,
    STOP,
    RESUME;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Act> find(String code) {
      for (Act act : values()) {
        if (act.code().equals(code)) {
          return Optional.of(act);
        }
      }
      return Optional.empty();
    }

    boolean isForStaff() {
      return this == PHONED || this == ALL_PHONED;
    }
  }

  /// What was pressed.
  ///
  /// @param ref the record, as the form names it
  public record Pressed(String act, String ref, String words) {}

  /// What the page shows.
  ///
  /// @param action where the form goes
  /// @param done the key of what was just done, or nothing
  /// @param undo what was just taken away and can be put back
  /// @param fault the key of what is wrong with the words, or nothing
  public record Shown(
      Listing<Organization> organization,
      List<Aged> aged,
      String action,
      boolean staff,
      boolean byLink,
      boolean silenced,
      String done,
      @Nullable Ref undo,
      Pressed pressed,
      String fault) {

    public String when(Page page, Aged aged) {
      EventRule rule = aged.rule();
      if (rule == null) {
        return "";
      }
      String words = SpokenRule.say(rule, page.lang());
      return words.isEmpty() ? page.date(rule.start().toLocalDate()) : words;
    }

    public boolean isFaulty(Aged aged) {
      return !fault.isEmpty() && pressed.ref().equals(aged.ref().toString());
    }

    public String words(Aged aged) {
      return isFaulty(aged) ? pressed.words() : "";
    }
  }

  String show(
      Page page, Answers.Answerer who, String action, String done, String ref, Model model) {
    String said = page.has("upkeep.remind.done." + done) ? done : "";
    Ref undo = Ref.find(ref).filter(it -> isTheirs(who, it)).orElse(null);
    return show(who, action, said, undo, new Pressed("", "", ""), "", model);
  }

  private String show(
      Answers.Answerer who,
      String action,
      String done,
      @Nullable Ref undo,
      Pressed pressed,
      String fault,
      Model model) {
    boolean isClosed = who.caller() != null;
    model.addAttribute(
        "shown",
        new Shown(
            who.organization(),
            answers.aged(who),
            action,
            who.staff(),
            !isClosed,
            answers.isSilenced(who),
            done,
            undo,
            pressed,
            fault));
    return "upkeep/still-true";
  }

  private boolean isTheirs(Answers.Answerer who, Ref ref) {
    try {
      return !answers.nameOf(who, ref).equals(Text.none());
    } catch (NoSuchRecord foreign) {
      return false;
    }
  }

  /// Does what was pressed; then the page is shown anew, so that pressing "back" presses nothing.
  String press(
      Answers.Answerer who,
      String action,
      Pressed pressed,
      HttpServletResponse response,
      Model model) {
    Act act = Act.find(pressed.act()).orElse(null);
    if (act == null || (act.isForStaff() && !who.staff())) {
      response.setStatus(422);
      return show(who, action, "", null, pressed, "upkeep.remind.fault.act", model);
    }
    Verification.Method how =
        act.isForStaff()
            ? Verification.Method.PHONE
            : who.staff() ? Verification.Method.STAFF : Verification.Method.ORGANIZATION;
    return switch (act) {
      case ALL, ALL_PHONED -> {
        answers.confirm(who, answers.aged(who).stream().map(Aged::ref).toList(), how);
        yield done(action, "all", "");
      }
      case STOP, RESUME -> {
        answers.silence(who, act == Act.STOP);
        yield done(action, act.code(), "");
      }
      case CONFIRM, PHONED, UNDO -> {
        answers.confirm(who, List.of(ref(pressed)), how);
        yield done(action, act == Act.UNDO ? "undo" : "confirm", "");
      }
      case ENDED -> {
        Ref ref = ref(pressed);
        boolean ended = answers.ended(who, ref);
        yield done(action, "ended", ended ? ref.toString() : "");
      }
      case WRONG -> {
        Ref ref = ref(pressed);
        answers.nameOf(who, ref);
        String words = pressed.words().strip();
        if (words.isEmpty() || words.length() > Answers.LONGEST) {
          response.setStatus(422);
          String fault = words.isEmpty() ? "empty" : "long";
          yield show(who, action, "", null, pressed, "upkeep.remind.fault." + fault, model);
        }
        answers.wrong(who, ref, words);
        yield done(action, "wrong", "");
      }
    };
  }

  private static Ref ref(Pressed pressed) {
    return Ref.find(pressed.ref()).orElseThrow(() -> new NoSuchRecord(RecordType.ORGANIZATION));
  }

  private static String done(String action, String what, String ref) {
    return "redirect:" + action + "?done=" + what + (ref.isEmpty() ? "" : "&ref=" + ref);
  }
}
