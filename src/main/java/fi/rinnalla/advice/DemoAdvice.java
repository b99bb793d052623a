package fi.rinnalla.advice;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A desk that the demo's association and parish run together, open in the daytime of every day,
/// with the demo's advisers. What it answers is made up.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoAdvice {
  private static final UUID ASSOCIATION = UUID.fromString("816c0f52-a91c-53f4-9a7c-ee25e97b26d8");
  private static final UUID PARISH = UUID.fromString("f1fbcb05-cda4-5ec2-9072-6d91c9f2ffaa");

  private final DeskRows desks;
  private final AdviserRows advisers;
  private final CannedRows canned;
  private final DemoArticles articles;
  private final People people;
  private final HouseWork house;
  private final Clock clock;

  DemoAdvice(
      DeskRows desks,
      AdviserRows advisers,
      CannedRows canned,
      DemoArticles articles,
      People people,
      HouseWork house,
      Clock clock) {
    this.desks = desks;
    this.advisers = advisers;
    this.canned = canned;
    this.articles = articles;
    this.people = people;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people, who sit at it.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      if (desks.all().isEmpty()) {
        arrive();
      }
      desks.all().stream().filter(it -> it.isOf(ASSOCIATION)).findFirst().ifPresent(this::fill);
      return ready;
    });
  }

  private void arrive() {
    UUID id = UUID.randomUUID();
    desks.put(
        new AdviceDesk(
            id,
            new Text("Hyvinkään perheneuvo", "Familjeråd i Hyvinge", "Family advice in Hyvinkää"),
            Set.of(ASSOCIATION, PARISH),
            Set.of(AreaCode.municipality("106")),
            List.of(Lang.FI, Lang.SV, Lang.EN),
            8,
            48),
        clock.instant());
    List<DutyWindow> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(new DutyWindow(day, LocalTime.of(8, 0), LocalTime.of(16, 0)));
      week.add(new DutyWindow(day, LocalTime.of(17, 0), LocalTime.of(21, 0)));
    }
    desks.putWeek(id, week);
    canned.put(
        id,
        answer(
            Lang.FI,
            "Tervetuloa",
            "Hei ja tervetuloa! Kerro rauhassa, mitä mietit. Minä etsin sillä välin."));
    canned.put(
        id,
        answer(
            Lang.FI,
            "Perhekahvilaan ensi kertaa",
            "Perhekahvilaan voi vain tulla: ei tarvitse ilmoittautua, ja lähteä saa silloin kun"
                + " haluaa. Moni muukin tulee ensi kertaa yksin vauvan kanssa."));
    canned.put(
        id,
        answer(
            Lang.SV,
            "Välkommen",
            "Hej och välkommen! Berätta i lugn och ro vad du funderar på. Jag letar under tiden."));
    canned.put(
        id,
        answer(
            Lang.EN,
            "Welcome",
            "Hello and welcome! Take your time and tell me what is on your mind. I will look"
                + " meanwhile."));
  }

  /// Also what a database that is older than the house's demo has not got.
  private void fill(AdviceDesk desk) {
    articles.arrive(desk);
    if (advisers.of(desk.id()).isEmpty()) {
      seat(desk.id());
    }
  }

  private void seat(UUID id) {
    people
        .demo()
        .forEach(person ->
            people.roles(person.id()).stream()
                .filter(it -> it.role() == Role.ADVISER)
                .map(RoleHeld::organization)
                .filter(it -> ASSOCIATION.equals(it) || PARISH.equals(it))
                .findFirst()
                .ifPresent(it -> advisers.add(id, person.id(), it, person.name())));
  }

  private static CannedAnswer answer(Lang lang, String title, String body) {
    return new CannedAnswer(UUID.randomUUID(), lang, title, body, List.of());
  }
}
