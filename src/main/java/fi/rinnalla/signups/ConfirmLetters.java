package fi.rinnalla.signups;

import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.signups.SignupLetters.What;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The letters by which an address is asked whether a form with it is its own. Anybody may fill in
/// anybody's address, so there are only so many of them.
@Component
class ConfirmLetters {
  private final ContactRows contacts;
  private final SignupLetters letters;
  private final Notifications notifications;
  private final SignupSettings settings;

  ConfirmLetters(
      ContactRows contacts,
      SignupLetters letters,
      Notifications notifications,
      SignupSettings settings) {
    this.contacts = contacts;
    this.letters = letters;
    this.notifications = notifications;
    this.settings = settings;
  }

  /// Whether an address has many letters already whose links nobody has opened: it gets no more of
  /// them, and no place is kept for it.
  boolean isPestered(EmailAddress email) {
    return contacts.unconfirmed(email) >= settings.letters();
  }

  /// The form is that address's from now on; it is asked by a letter unless it has many.
  void ask(Signup sent, EmailAddress email, Slot slot) {
    boolean pestered = isPestered(email);
    contacts.add(sent.id(), slot.id(), email, sent.aim() == Aim.WORD);
    if (!pestered && notifications.mayAsk(email)) {
      letter(sent, slot);
    }
  }

  /// Sends the letter again, a few times and not without end.
  void again(Signup sent, EmailAddress email, Slot slot) {
    if (contacts.links(sent.id()) < settings.letters() && notifications.mayAsk(email)) {
      letter(sent, slot);
    }
  }

  /// Tells the address that it has signed up, which nobody else is told.
  void already(Signup known, EmailAddress email, Slot slot) {
    if (notifications.mayAsk(email)) {
      letters.send(known, slot, What.ALREADY);
    }
  }

  private void letter(Signup sent, Slot slot) {
    What what =
        switch (sent.aim()) {
          case SEAT -> What.CONFIRM_SEAT;
          case QUEUE -> What.CONFIRM_QUEUE;
          case WORD -> What.CONFIRM_WORD;
        };
    letters.send(
        sent, slot, what, letters.moment(sent.lang(), Objects.requireNonNull(sent.until())));
  }
}
