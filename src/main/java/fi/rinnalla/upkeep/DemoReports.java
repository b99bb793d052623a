package fi.rinnalla.upkeep;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What made-up visitors have told of the listings of the demo's organizations, so that the demo's
/// people have something to look at; and the demo's moderator, who is always here.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoReports {
  private final Reports reports;
  private final ReportRows rows;
  private final Subjects subjects;
  private final Moderators moderators;
  private final People people;
  private final HouseWork house;
  private final Directory directory;
  private final Calendar calendar;

  DemoReports(
      Reports reports,
      ReportRows rows,
      Subjects subjects,
      Moderators moderators,
      People people,
      HouseWork house,
      Directory directory,
      Calendar calendar) {
    this.reports = reports;
    this.rows = rows;
    this.subjects = subjects;
    this.moderators = moderators;
    this.people = people;
    this.house = house;
    this.directory = directory;
    this.calendar = calendar;
  }

  /// After the demo's people, whose organizations it asks for.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      moderators.demoIsHere();
      tell();
      return ready;
    });
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
  void stay() {
    moderators.demoIsHere();
  }

  private void tell() {
    List<UUID> organizations =
        people.demo().stream()
            .flatMap(it -> people.roles(it.id()).stream())
            .map(RoleHeld::organization)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (rows.any()) {
      return;
    }
    for (UUID organization : organizations) {
      tellOf(new OrganizationId(organization));
    }
    reports.suggest(
        What.MISSING_EVENT,
        "Martinkaaren leikkipuistossa on torstaisin aamupuuroa, sitä ei löydy täältä.",
        "Hyvinkää");
    reports.suggest(What.MISSING_SERVICE, "Kaipaisin listaa, mistä voi lainata rattaita.", "");
  }

  private void tellOf(OrganizationId organization) {
    List<Subject> events =
        calendar.of(organization).stream()
            .sorted(Comparator.comparing(EventListing::slug))
            .map(it -> new Subject(Subject.Kind.EVENT, it.event().id().value()))
            .toList();
    List<Subject> services =
        directory.servicesOf(organization).stream()
            .map(it -> new Subject(Subject.Kind.SERVICE, it.record().uuid()))
            .toList();
    if (!events.isEmpty()) {
      tell(events.getFirst(), What.TIMES, "Oven lapussa luki, että alkaakin vasta kymmeneltä.");
      tell(events.getFirst(), What.TIMES, "");
      tell(events.getLast(), What.PRICE, "Meiltä pyydettiin kolme euroa, täällä lukee maksuton.");
    }
    if (!services.isEmpty()) {
      tell(services.getFirst(), What.CONTACT, "Numero ei ole käytössä.");
    }
  }

  private void tell(Subject subject, What what, String words) {
    subjects.find(subject).ifPresent(seen -> reports.report(seen, what, words));
  }
}
