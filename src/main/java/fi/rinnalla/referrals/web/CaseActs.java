package fi.rinnalla.referrals.web;

import fi.rinnalla.families.Consent;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.referrals.Accompaniment;
import fi.rinnalla.referrals.Beside;
import fi.rinnalla.referrals.Findings;
import fi.rinnalla.referrals.FollowUp;
import fi.rinnalla.referrals.HelpCase;
import fi.rinnalla.referrals.HelpCaseId;
import fi.rinnalla.referrals.Navigators;
import fi.rinnalla.referrals.Need;
import fi.rinnalla.referrals.Option;
import fi.rinnalla.referrals.OptionId;
import fi.rinnalla.referrals.Talking;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// What a navigator does on a matter's page, read from what was pressed and typed.
@Component
class CaseActs {
  static final String DONE = "done";

  private final Navigators navigators;
  private final Findings findings;
  private final Beside beside;
  private final Talking talking;

  CaseActs(Navigators navigators, Findings findings, Beside beside, Talking talking) {
    this.talking = talking;
    this.navigators = navigators;
    this.findings = findings;
    this.beside = beside;
  }

  /// The end of the key of what became of it; [#DONE] when it was done.
  String done(Caller caller, HelpCaseId id, String act, MultiValueMap<String, String> typed) {
    Enum<?> outcome =
        switch (act) {
          case "plan", "end_plan", "answered" -> arranged(caller, id, act, typed);
          case "say" -> talking.navigator(caller, id, Typed.plain(first(typed, "said")));
          default -> stepped(caller, id, act, typed);
        };
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private Beside.Outcome arranged(
      Caller caller, HelpCaseId id, String act, MultiValueMap<String, String> typed) {
    return switch (act) {
      case "plan" -> {
        LocalDateTime when = when(first(typed, "day"), first(typed, "time")).orElse(null);
        Accompaniment.Kind kind =
            find(Accompaniment.Kind.values(), first(typed, "kind")).orElse(null);
        yield when == null || kind == null
            ? Beside.Outcome.BAD_TIME
            : beside.plan(
                caller, id, kind, when, Typed.plain(first(typed, "place")).replace('\n', ' '));
      }
      case "end_plan" ->
          WrittenId.find(first(typed, "accompaniment"))
              .flatMap(it ->
                  find(Accompaniment.State.values(), first(typed, "state"))
                      .map(state -> beside.end(caller, id, it, state)))
              .orElse(Beside.Outcome.NOT_GOOD);
      default ->
          WrittenId.find(first(typed, "follow_up"))
              .flatMap(it ->
                  find(FollowUp.Outcome.values(), first(typed, "outcome"))
                      .map(outcome -> beside.answered(caller, id, it, outcome)))
              .orElse(Beside.Outcome.NOT_GOOD);
    };
  }

  private static Optional<LocalDateTime> when(String day, String time) {
    try {
      return Optional.of(LocalDateTime.of(LocalDate.parse(day), LocalTime.parse(time)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Navigators.Outcome stepped(
      Caller caller, HelpCaseId id, String act, MultiValueMap<String, String> typed) {
    return switch (act) {
      case "state" ->
          find(HelpCase.State.values(), first(typed, "state"))
              .map(it -> navigators.move(caller, id, it))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "level" ->
          find(HelpCase.Level.values(), first(typed, "level"))
              .map(it -> navigators.level(caller, id, it))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "close" ->
          find(HelpCase.Outcome.values(), first(typed, "outcome"))
              .map(it -> navigators.close(caller, id, it))
              .orElse(Navigators.Outcome.NO_OUTCOME);
      case "map" -> {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        typed.getOrDefault("need", List.of()).stream()
            .flatMap(it -> Need.find(it).stream())
            .forEach(needs::add);
        yield navigators.map(caller, id, needs, Typed.plain(first(typed, "words")));
      }
      case "offer" ->
          find(Option.Kind.values(), first(typed, "kind"))
              .flatMap(kind ->
                  WrittenId.find(first(typed, "record"))
                      .flatMap(record ->
                          findings.option(
                              id,
                              kind,
                              record,
                              Typed.plain(first(typed, "note")).replace('\n', ' '))))
              .map(option -> navigators.offer(caller, id, option))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "refer" ->
          WrittenId.find(first(typed, "option"))
              .flatMap(it ->
                  find(Consent.Channel.values(), first(typed, "channel"))
                      .filter(channel -> channel != Consent.Channel.IN_APP)
                      .map(channel -> navigators.refer(caller, id, new OptionId(it), channel)))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "hand_over" ->
          WrittenId.find(first(typed, "to"))
              .map(it -> navigators.handOver(caller, id, new PersonId(it)))
              .orElse(Navigators.Outcome.NOT_GOOD);
      default -> Navigators.Outcome.NOT_GOOD;
    };
  }

  private static String first(MultiValueMap<String, String> typed, String name) {
    return Optional.ofNullable(typed.getFirst(name)).orElse("");
  }

  private static <E extends Enum<E>> Optional<E> find(E[] all, String code) {
    return Stream.of(all).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(code)).findFirst();
  }
}
