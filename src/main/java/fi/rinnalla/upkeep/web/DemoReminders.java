package fi.rinnalla.upkeep.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.upkeep.Reminders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Tonight's round at once, so that the demonstration shows its letters. There is no such button
/// outside the demo.
@Controller
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoReminders {
  private final Reminders reminders;

  DemoReminders(Reminders reminders) {
    this.reminders = reminders;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @PostMapping("/demo/reminders")
  String send() {
    reminders.send();
    return "redirect:/demo/mail";
  }
}
