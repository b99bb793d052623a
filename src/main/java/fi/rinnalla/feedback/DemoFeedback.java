package fi.rinnalla.feedback;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What made-up families say: of an event of the demo's association, which can be answered now, and
/// of what another room tells of.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
public class DemoFeedback {
  private final FeedbackRounds rounds;
  private final FeedbackRows rows;
  private final AnswerRows answers;
  private final RemarkRows remarks;
  private final Summaries summaries;
  private final People people;
  private final Calendar calendar;
  private final HouseWork house;
  private final Clock clock;

  DemoFeedback(
      FeedbackRounds rounds,
      FeedbackRows rows,
      AnswerRows answers,
      RemarkRows remarks,
      Summaries summaries,
      People people,
      Calendar calendar,
      HouseWork house,
      Clock clock) {
    this.rounds = rounds;
    this.rows = rows;
    this.answers = answers;
    this.remarks = remarks;
    this.summaries = summaries;
    this.people = people;
    this.calendar = calendar;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people, whose organizations it asks for.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE - 1)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      List<RoleHeld> held =
          people.demo().stream().flatMap(it -> people.roles(it.id()).stream()).toList();
      if (!rows.any()) {
        held.stream()
            .filter(it -> it.role() == Role.ORG_OWNER)
            .map(RoleHeld::organization)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent(owner -> tell(owner, othersThan(owner, held)));
      }
      return ready;
    });
  }

  private static Set<UUID> othersThan(UUID owner, List<RoleHeld> held) {
    Set<UUID> others = new HashSet<>();
    held.stream()
        .map(RoleHeld::organization)
        .filter(it -> it != null && !it.equals(owner))
        .forEach(others::add);
    return others;
  }

  private void tell(UUID owner, Set<UUID> partners) {
    EventListing event =
        calendar.of(new OrganizationId(owner)).stream()
            .filter(it -> !it.isWithdrawn())
            .min(Comparator.comparing(EventListing::slug))
            .orElse(null);
    if (event == null) {
      return;
    }
    UUID about = event.event().id().value();
    Text title = event.event().title();
    Questions usual = Questions.asUsual();
    rounds.begin(
        UUID.randomUUID(),
        owner,
        new Opening(about, title, partners, usual, List.of(ago(1), ago(-6))));
  }

  /// A round of three visits that are over, which families told of and its owner summed up with its
  /// partners, so that anybody may see what they said.
  public UUID told(UUID owner, Opening opening) {
    UUID over = UUID.randomUUID();
    rounds.begin(over, owner, opening);
    came(over);
    remarks.add(over, owner, "Oli hyvä, että kahvin ääressä sai kysyä rauhassa.");
    remarks.add(over, owner, "Ohjaaja Tuulia otti meidät tosi lämpimästi vastaan!");
    rows.hold(over).ifPresent(summaries::make);
    rows.review(
        over, Round.Decision.CONTINUE, "Kaikki tulevat syksyllä uudelleen. Kahvi pidetään.");
    rows.publish(over, true);
    return over;
  }

  /// Four, six and seven families, of whom one was not sure that it had been of use.
  private void came(UUID round) {
    rows.lock(round, false);
    List<UUID> visits = new ArrayList<>();
    List<Sitting> sittings = rows.sittings(round);
    int[] families = {4, 6, 7};
    for (int i = 0; i < families.length; i++) {
      for (int family = 0; family < families[i]; family++) {
        visits.add(sittings.get(i).id());
      }
    }
    for (int i = 0; i < visits.size(); i++) {
      Set<Learnt> learnt = EnumSet.of(i % 3 == 0 ? Learnt.PEOPLE : Learnt.INFORMATION);
      if (i % 4 == 1) {
        learnt.add(Learnt.SERVICE);
      }
      if (i % 2 == 0) {
        learnt.add(Learnt.PEACE_OF_MIND);
      }
      answers.add(
          round,
          new Answer(visits.get(i), i % 6 == 0 ? Lang.SV : Lang.FI, i == 9 ? 3 : 5, true, learnt));
    }
  }

  /// Half past nine to half past eleven, so many days ago.
  private Opening.Occasion ago(int days) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI).minusDays(days);
    Instant start = day.atTime(9, 30).atZone(Zone.HELSINKI).toInstant();
    return new Opening.Occasion(
        Text.none(), start, day.atTime(11, 30).atZone(Zone.HELSINKI).toInstant());
  }
}
