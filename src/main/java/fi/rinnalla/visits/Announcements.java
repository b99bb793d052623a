package fi.rinnalla.visits;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Opening;
import fi.rinnalla.feedback.Outcome.Done;
import fi.rinnalla.feedback.Questions;
import fi.rinnalla.feedback.Sitting;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the rest of the house is told of visits: one event of the calendar for a series, whose
/// times are its visits, and a round of feedback with a sitting for each.
@Component
class Announcements {
  private final VisitRows visits;
  private final SeriesRows rows;
  private final Calendar calendar;
  private final FeedbackRounds rounds;
  private final OrganizationNames names;
  private final Messages messages;
  private final Clock clock;

  Announcements(
      VisitRows visits,
      SeriesRows rows,
      Calendar calendar,
      FeedbackRounds rounds,
      OrganizationNames names,
      Messages messages,
      Clock clock) {
    this.visits = visits;
    this.rows = rows;
    this.calendar = calendar;
    this.rounds = rounds;
    this.names = names;
    this.messages = messages;
    this.clock = clock;
  }

  /// Brings the series' event up to date, with the visits that families know of. Of one that was
  /// cancelled they hear that, too; one that they never knew of isn't in it.
  void publish(VisitSeries series) {
    List<Visit> known =
        visits.of(series.id()).stream()
            .filter(Visit::wasAnnounced)
            .sorted(Comparator.comparing(Visit::recurrenceId))
            .toList();
    if (!known.isEmpty()) {
      // As everything that an organization writes here itself.
      calendar.publish("own:" + series.organization(), event(series, known));
    }
  }

  private Event event(VisitSeries series, List<Visit> known) {
    Visit first = known.getFirst();
    List<LocalDateTime> others =
        known.stream().skip(1).map(Visit::recurrenceId).distinct().toList();
    EventRule rule =
        new EventRule(
            first.recurrenceId(),
            Duration.between(first.startsAt(), first.endsAt()),
            false,
            null,
            EventRule.Weeks.EVERY,
            others,
            List.of(),
            false);
    Set<UUID> guests = new LinkedHashSet<>();
    known.stream()
        .filter(it -> it.state() != Visit.State.CANCELLED)
        .forEach(it -> guests.addAll(it.partners()));
    return new Event(
        series.event(),
        Event.Kind.EVENT,
        Event.Status.SCHEDULED,
        series.theme(),
        series.goal(),
        programme(known),
        new OrganizationId(series.organization()),
        Text.none(),
        guests.stream().map(OrganizationId::new).toList(),
        null,
        Event.Venue.at(series.location()),
        rule,
        known.stream().map(this::change).toList(),
        AgeRange.ANY,
        List.of(),
        new Event.Price(new Money(BigDecimal.ZERO), Text.none()),
        List.of(),
        List.of(),
        new Event.Registration(Event.Registration.Need.NONE, null, null),
        PracticalFacts.NONE,
        null,
        null,
        Verification.byOrganization(LocalDate.ofInstant(clock.instant(), Zone.HELSINKI)));
  }

  private OccurrenceChange change(Visit visit) {
    return new OccurrenceChange(
        visit.recurrenceId(),
        visit.state() == Visit.State.CANCELLED,
        local(visit.startsAt()),
        local(visit.endsAt()),
        visit.topic(),
        visit.state() == Visit.State.CANCELLED ? visit.reason() : note(visit));
  }

  /// Topics and guests in words, so that whoever looks for them finds the series.
  private Text programme(List<Visit> known) {
    Text programme = Text.none();
    for (Lang lang : Lang.values()) {
      programme =
          programme.with(
              lang,
              known.stream()
                  .filter(it -> it.state() != Visit.State.CANCELLED)
                  .map(it -> it.topic().orEmpty(lang) + ". " + note(it).orEmpty(lang))
                  .collect(Collectors.joining("\n\n")));
    }
    return programme;
  }

  private Text note(Visit visit) {
    Text note = Text.none();
    for (Lang lang : Lang.values()) {
      String guests =
          names.of(visit.partners().stream().map(OrganizationId::new).toList()).values().stream()
              .map(it -> it.orEmpty(lang))
              .collect(Collectors.joining(", "));
      String words = messages.say(lang, "visits.public.guests", guests);
      note =
          note.with(
              lang,
              visit.hasCoffee() ? words + " " + messages.say(lang, "visits.public.coffee") : words);
    }
    return note;
  }

  /// Lets those who come to a visit say what they thought, in the series' round. A round that can't
  /// take it in, because it is summed up or reaches over half a year, is followed by a new one.
  void ask(Caller caller, VisitSeries series, Visit visit) {
    List<Opening.Occasion> when =
        List.of(new Opening.Occasion(visit.topic(), visit.startsAt(), visit.endsAt()));
    UUID round = series.round();
    if (round != null && rounds.add(caller, series.organization(), round, when) instanceof Done) {
      return;
    }
    Opening opening =
        new Opening(series.id(), series.theme(), series.partners(), Questions.asUsual(), when);
    if (rounds.open(caller, series.organization(), opening) instanceof Done done) {
      rows.put(series.asking(done.round()), clock.instant());
    }
  }

  /// Asks nobody about a visit that isn't held then.
  void unask(Caller caller, VisitSeries series, Instant startsAt) {
    UUID round = series.round();
    if (round != null) {
      rounds.get(caller, series.organization(), round).sittings().stream()
          .filter(it -> it.startsAt().equals(startsAt))
          .map(Sitting::id)
          .forEach(it -> rounds.remove(caller, series.organization(), round, it));
    }
  }

  /// The partners read what comes of it, unless somebody has answered already and was told who
  /// does.
  void readers(Caller caller, VisitSeries series) {
    UUID round = series.round();
    if (round != null) {
      var its = rounds.get(caller, series.organization(), round).round();
      rounds.ask(
          caller, series.organization(), round, its.title(), series.partners(), its.questions());
    }
  }

  private static LocalDateTime local(Instant instant) {
    return instant.atZone(Zone.HELSINKI).toLocalDateTime();
  }
}
