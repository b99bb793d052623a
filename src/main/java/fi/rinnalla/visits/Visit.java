package fi.rinnalla.visits;

import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One visit: when, of whom, about what, and who brings what.
///
/// @param firstAt when it was to begin as it was first announced; the calendar knows it by that
/// @param contact the role one asks for at the host's, never a name
/// @param reason why it was cancelled, in words for everybody
/// @param told where else the host has told of it
/// @param version grows with each change
public record Visit(
    UUID id,
    UUID series,
    Instant startsAt,
    Instant endsAt,
    @Nullable Instant firstAt,
    Text topic,
    String contact,
    List<Contribution> contributions,
    State state,
    Text reason,
    Set<Channel> told,
    List<PartnerAnswer> answers,
    int version) {
  public static final int LONGEST_TOPIC = 150;
  public static final int LONGEST_CONTACT = 100;
  public static final int LONGEST_REASON = 200;

  public Visit {
    contributions = List.copyOf(contributions);
    told = Set.copyOf(told);
    answers = answers.stream().sorted(Comparator.comparing(it -> it.partner().toString())).toList();
  }

  /// How far it has come.
  public enum State {
    /// Somebody hasn't said yes yet.
    PLANNED,
    /// All partners come, and nobody else knows.
    CONFIRMED,
    /// Everybody can see it.
    ANNOUNCED,
    /// Announced, and over; time alone makes it so.
    HELD,
    CANCELLED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where a host tells of a visit besides here.
  public enum Channel {
    FACEBOOK,
    EMAIL,
    POSTER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> find(String code) {
      return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
  }

  public State at(Instant now) {
    return state == State.ANNOUNCED && !endsAt.isAfter(now) ? State.HELD : state;
  }

  /// Until it begins; what is cancelled stays so.
  public boolean mayBeChanged(Instant now) {
    return state != State.CANCELLED && startsAt.isAfter(now);
  }

  public boolean mayBeAnnounced(Instant now) {
    return state == State.CONFIRMED && mayBeChanged(now);
  }

  /// A partner may say something else until everybody has been told.
  public boolean mayBeAnswered(Instant now) {
    return (state == State.PLANNED || state == State.CONFIRMED) && mayBeChanged(now);
  }

  /// Families may have heard of it, as a visit to come or as one that was cancelled.
  boolean wasAnnounced() {
    return firstAt != null;
  }

  /// RFC 5545's name of it among the times of its event.
  LocalDateTime recurrenceId() {
    return (firstAt == null ? startsAt : firstAt).atZone(Zone.HELSINKI).toLocalDateTime();
  }

  public boolean hasCoffee() {
    return contributions.stream().anyMatch(it -> it.kind() == Contribution.Kind.COFFEE);
  }

  public Optional<Contribution> brought(Contribution.Kind kind) {
    return contributions.stream().filter(it -> it.kind() == kind).findFirst();
  }

  public List<UUID> partners() {
    return answers.stream().map(PartnerAnswer::partner).toList();
  }

  public Optional<PartnerAnswer> of(UUID partner) {
    return answers.stream().filter(it -> it.partner().equals(partner)).findFirst();
  }

  /// @return as it is once this partner has said so
  Visit answered(PartnerAnswer said) {
    List<PartnerAnswer> all = new ArrayList<>(answers);
    all.replaceAll(it -> it.partner().equals(said.partner()) ? said : it);
    boolean agreed = all.stream().allMatch(it -> it.answer() == PartnerAnswer.Answer.COMING);
    return changed(agreed ? State.CONFIRMED : State.PLANNED, reason, all, firstAt);
  }

  /// @return as it is once this partner was reminded so many days ahead
  Visit reminded(UUID partner, int days) {
    List<PartnerAnswer> all = new ArrayList<>(answers);
    all.replaceAll(it -> it.partner().equals(partner) ? it.reminded(days) : it);
    return changed(state, reason, all, firstAt);
  }

  /// What the host changes. At another time, or with others, it is asked again; what is announced
  /// already isn't, for families know of it.
  Visit replanned(VisitPlan plan) {
    boolean asksAgain = !announcedAlready() && isAnotherThan(plan);
    List<PartnerAnswer> all =
        plan.partners().stream()
            .map(it ->
                of(it)
                    .filter(_ -> !asksAgain)
                    .map(answer -> isMoved(plan) ? forgetful(answer) : answer)
                    .orElseGet(() -> PartnerAnswer.waiting(it)))
            .toList();
    return new Visit(
        id,
        series,
        plan.startsAt(),
        plan.endsAt(),
        firstAt,
        plan.topic(),
        plan.contact(),
        plan.contributions(),
        asksAgain ? State.PLANNED : state,
        reason,
        told,
        all,
        version + 1);
  }

  VisitPlan plan() {
    return new VisitPlan(startsAt, endsAt, topic, Set.copyOf(partners()), contact, contributions);
  }

  boolean isMoved(VisitPlan plan) {
    return !startsAt.equals(plan.startsAt()) || !endsAt.equals(plan.endsAt());
  }

  boolean isAnotherThan(VisitPlan plan) {
    return isMoved(plan) || !Set.copyOf(partners()).equals(plan.partners());
  }

  private boolean announcedAlready() {
    return state == State.ANNOUNCED;
  }

  private static PartnerAnswer forgetful(PartnerAnswer it) {
    return new PartnerAnswer(it.partner(), it.answer(), it.words(), it.proposed(), null);
  }

  Visit announced() {
    return changed(State.ANNOUNCED, reason, answers, firstAt == null ? startsAt : firstAt);
  }

  Visit cancelled(Text why) {
    return changed(State.CANCELLED, why, answers, firstAt);
  }

  Visit told(Set<Channel> where) {
    return new Visit(
        id,
        series,
        startsAt,
        endsAt,
        firstAt,
        topic,
        contact,
        contributions,
        state,
        reason,
        where,
        answers,
        version);
  }

  private Visit changed(State next, Text why, List<PartnerAnswer> all, @Nullable Instant first) {
    return new Visit(
        id,
        series,
        startsAt,
        endsAt,
        first,
        topic,
        contact,
        contributions,
        next,
        why,
        told,
        all,
        version + 1);
  }
}
