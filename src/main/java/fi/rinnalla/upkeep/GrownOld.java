package fi.rinnalla.upkeep;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Whose words have grown old in an area: for those who look after it.
@Component
public class GrownOld {
  private final AgedRecords records;
  private final ReminderRows rows;
  private final Reminders reminders;
  private final Moderators moderators;
  private final Directory directory;

  GrownOld(
      AgedRecords records,
      ReminderRows rows,
      Reminders reminders,
      Moderators moderators,
      Directory directory) {
    this.records = records;
    this.rows = rows;
    this.reminders = reminders;
    this.moderators = moderators;
    this.directory = directory;
  }

  /// An organization with something that staff should look after.
  ///
  /// @param expired how many of its records families don't find any more
  /// @param reached whether there is anybody to write to, who wants to hear
  public record Task(Listing<Organization> organization, int aged, int expired, Reached reached) {
    public enum Reached {
      BY_LETTER,
      SILENCED,
      BY_NOBODY;

      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /// Those of the caller's area, the most pressing first.
  public List<Task> of(Caller caller) {
    List<Task> tasks = new ArrayList<>();
    for (Listing<Organization> it : directory.organizations(records.organizations())) {
      if (moderators.lookAfter(caller, it.record().id())) {
        List<Aged> aged = records.of(it);
        int expired = (int) aged.stream().filter(one -> !one.freshness().isFound()).count();
        if (!aged.isEmpty()) {
          tasks.add(new Task(it, aged.size(), expired, reached(it.record())));
        }
      }
    }
    tasks.sort(
        Comparator.comparing((Task it) -> it.reached() == Task.Reached.BY_LETTER)
            .thenComparing(it -> -it.expired())
            .thenComparing(it -> -it.aged()));
    return tasks;
  }

  private Task.Reached reached(Organization organization) {
    if (rows.isSilenced(organization.id())) {
      return Task.Reached.SILENCED;
    }
    return reminders.hasReaders(organization) ? Task.Reached.BY_LETTER : Task.Reached.BY_NOBODY;
  }
}
