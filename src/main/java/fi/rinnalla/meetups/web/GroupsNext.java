package fi.rinnalla.meetups.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.meetups.FamilyGroup;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.Groups;
import fi.rinnalla.meetups.Meetup;
import fi.rinnalla.meetups.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What is known of a group's next meet-up before its host types anything: all but the day is as it
/// was the last time.
@Component
class GroupsNext {
  private final Groups groups;
  private final Directory directory;

  GroupsNext(Groups groups, Directory directory) {
    this.groups = groups;
    this.directory = directory;
  }

  /// The group that the caller hosts.
  Optional<FamilyGroup> group(Caller caller, String written) {
    return caller.isVisitor()
        ? Optional.empty()
        : GroupId.find(written).flatMap(it -> groups.hosted(caller, it));
  }

  /// The fields that are filled in; none where the caller hosts no such group.
  Map<String, String> of(Caller caller, String written) {
    Map<String, String> typed = new HashMap<>();
    group(caller, written)
        .ifPresent(group -> {
          typed.put("group", group.id().toString());
          typed.put("ages", group.ages().code());
          groups.ownName(caller, group.id()).ifPresent(it -> typed.put("name", it));
          Optional<Meetup> last = groups.last(group.id());
          directory
              .find(last.map(Meetup::place).orElse(group.place()))
              .map(Listing::slug)
              .ifPresent(it -> typed.put("place", it));
          last.map(Meetup::plan).ifPresent(it -> putAll(typed, it));
        });
    return typed;
  }

  private static void putAll(Map<String, String> typed, Plan plan) {
    typed.put("doing", plan.doing().code());
    typed.put("title", plan.title());
    typed.put("time", "%d.%02d".formatted(plan.start().getHour(), plan.start().getMinute()));
    typed.put("minutes", String.valueOf(plan.minutes()));
    typed.put("words", plan.words());
  }
}
