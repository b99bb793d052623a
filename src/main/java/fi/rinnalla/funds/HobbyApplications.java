package fi.rinnalla.funds;

import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consents;
import fi.rinnalla.funds.HobbyApplication.Asked;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Terms;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A parent's own applications. Each adult of a family has their own.
@Component
public class HobbyApplications {
  /// What the organization may know by the consent that is a part of sending.
  public static final Set<Disclosed> DISCLOSED = Set.of(Disclosed.CHILDREN, Disclosed.NEEDS);

  static final int MOST_DRAFTS = 10;
  private static final int MOST_A_DAY = 6;

  private final HobbyApplicationRows rows;
  private final FundRows funds;
  private final HobbyVoucherRows vouchers;
  private final HobbyMoney money;
  private final Recommendations recommendations;
  private final Consents consents;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  HobbyApplications(
      HobbyApplicationRows rows,
      FundRows funds,
      HobbyVoucherRows vouchers,
      HobbyMoney money,
      Recommendations recommendations,
      Consents consents,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.funds = funds;
    this.vouchers = vouchers;
    this.money = money;
    this.recommendations = recommendations;
    this.consents = consents;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// One's own, with what its page needs.
  ///
  /// @param validTo until when the club may send its invoice; null when there is no voucher
  /// @param goesOn what was said of going on; null while nothing was
  /// @param termOver whether going on is asked
  public record Own(
      HobbyApplication it,
      Fund fund,
      FundRound round,
      @Nullable LocalDate validTo,
      @Nullable Boolean goesOn,
      boolean termOver) {}

  /// What became of sending.
  public sealed interface Sent {
    /// @param seen whether a professional's word came along, and nobody has to be asked
    record Done(boolean seen) implements Sent {}

    /// @param faults by field, the ends of the keys of why
    record Faulty(Map<String, String> faults) implements Sent {}

    /// It isn't one's own, it is sent already, or the round is over.
    record NotNow() implements Sent {}

    /// Each sends a letter to somebody who was named: so many a day.
    record TooMany() implements Sent {}
  }

  @Transactional
  public List<Own> of(Caller caller) {
    return house.step(() ->
        rows.of(caller.person().id()).stream()
            .filter(it -> opens(caller, Action.READ, it))
            .map(this::own)
            .toList());
  }

  /// Nothing when there is none of the caller's.
  @Transactional
  public Optional<Own> find(Caller caller, HobbyApplicationId id) {
    return house.step(() ->
        rows.find(id)
            .filter(it -> isOwn(caller, it))
            .filter(it -> opens(caller, Action.READ, it))
            .map(this::own));
  }

  /// Begins a draft in a round that is open.
  @Transactional
  public Optional<HobbyApplicationId> begin(Caller caller, FundRoundId round) {
    return house.step(() -> {
      FundRound open = funds.find(round).filter(it -> it.isOpen(today())).orElse(null);
      List<HobbyApplication> drafts =
          rows.of(caller.person().id()).stream().filter(it -> it.state() == State.DRAFT).toList();
      if (open == null || drafts.size() >= MOST_DRAFTS) {
        return Optional.empty();
      }
      HobbyApplication draft =
          HobbyApplication.draft(
              new HobbyApplicationId(UUID.randomUUID()),
              open,
              caller.person().id(),
              HobbyWords.NONE);
      opens(caller, Action.CREATE, draft);
      rows.begin(draft, clock.instant());
      return Optional.of(draft.id());
    });
  }

  /// Keeps a draft as it was typed.
  @Transactional
  public boolean save(Caller caller, HobbyApplicationId id, HobbyWords words) {
    return house.step(() -> {
      Optional<HobbyApplication> held = held(caller, id).filter(it -> it.state() == State.DRAFT);
      held.ifPresent(it -> write(it, words));
      return held.isPresent();
    });
  }

  /// Sends it, and gives the organization the consent without which it can't be handled.
  @Transactional
  public Sent send(Caller caller, HobbyApplicationId id, HobbyWords words) {
    return house.step(() -> {
      HobbyApplication it = held(caller, id).filter(own -> own.state() == State.DRAFT).orElse(null);
      if (it == null || !round(it).isOpen(today())) {
        return new Sent.NotNow();
      }
      boolean seen = write(it, words);
      boolean named = isNamed(rows.find(id).orElseThrow(), words);
      HobbyCheck check = check(caller, it, words, named);
      Terms terms = check.terms();
      if (terms == null) {
        return new Sent.Faulty(check.faults());
      }
      Instant yesterday = clock.instant().minus(Duration.ofDays(1));
      long sent =
          rows.of(caller.person().id()).stream()
              .map(HobbyApplication::sentAt)
              .filter(at -> at != null && at.isAfter(yesterday))
              .count();
      if (sent >= MOST_A_DAY) {
        return new Sent.TooMany();
      }
      rows.terms(id, terms);
      rows.send(it, clock.instant());
      consents.give(
          caller,
          new Consents.Asked(
              caller.person().id(),
              fund(it).organization(),
              Consent.Purpose.HOBBY_APPLICATION,
              DISCLOSED,
              id.value()));
      HobbyApplication sentNow = rows.find(id).orElseThrow();
      if (seen) {
        rows.to(sentNow, State.RECOMMENDED);
      } else if (!named) {
        recommendations.ask(sentNow, caller.person().lang());
      }
      return new Sent.Done(seen);
    });
  }

  /// Keeps a draft as it was typed. The word of a professional who began it counts for what they
  /// wrote and nothing else.
  ///
  /// @return whether there is one that counts
  private boolean write(HobbyApplication draft, HobbyWords words) {
    boolean same = words.isWhatWasSeen(draft.words());
    if (draft.recommended() != null && !same) {
      rows.unsay(draft.id());
    }
    rows.write(draft, words);
    return same && draft.recommended() == Word.NEED_SEEN;
  }

  /// Answers what the handler asked: what was typed is mended, with one line beside.
  @Transactional
  public Sent answer(Caller caller, HobbyApplicationId id, HobbyWords words) {
    return house.step(() -> {
      HobbyApplication it =
          held(caller, id)
              .filter(own -> own.state() == State.ADDITIONAL_INFORMATION_REQUESTED)
              .orElse(null);
      if (it == null) {
        return new Sent.NotNow();
      }
      HobbyCheck check = check(caller, it, words, isNamed(it, words));
      Terms terms = check.terms();
      if (terms == null) {
        return new Sent.Faulty(check.faults());
      }
      if (it.asked().contains(Asked.FEE_RECEIPT) && words.answer().isEmpty()) {
        return new Sent.Faulty(Map.of("answer", "answer"));
      }
      rows.write(it, words);
      rows.terms(id, terms);
      rows.to(it, State.ADDITIONAL_INFORMATION_PROVIDED);
      HobbyApplication now = rows.find(id).orElseThrow();
      if (it.recommended() == Word.NEED_SEEN && words.isWhatWasSeen(it.words())) {
        rows.to(now, State.RECOMMENDED);
      } else if (it.recommended() != null && !words.isWhatWasSeen(it.words())
          || !words.recommender().equalsIgnoreCase(it.words().recommender())) {
        recommendations.ask(now, caller.person().lang());
      }
      return new Sent.Done(false);
    });
  }

  /// Takes it back: a draft goes, what was sent is handled no more, and money that nobody has used
  /// goes to the next.
  @Transactional
  public boolean withdraw(Caller caller, HobbyApplicationId id) {
    return house.step(() -> {
      HobbyApplication seen = rows.find(id).filter(it -> isOwn(caller, it)).orElse(null);
      if (seen == null) {
        return false;
      }
      if (seen.state() == State.DRAFT) {
        opens(caller, Action.DELETE, seen);
        rows.delete(id);
        return true;
      }
      boolean could = seen.state().isUndecided() || seen.state() == State.VOUCHER_ISSUED;
      // In the order in which whoever takes a consent back goes: consent, fund, application.
      List<Consent> given =
          consents.about(id.value()).stream().filter(it -> it.isGiven(clock.instant())).toList();
      given.forEach(it -> consents.withdraw(caller, new Consents.Key.Own(it.id())));
      funds.hold(seen.fund());
      held(caller, id).ifPresent(money::takeBack);
      return could || !given.isEmpty();
    });
  }

  /// Whether the child goes on, when the term is over.
  @Transactional
  public boolean goesOn(Caller caller, HobbyApplicationId id, boolean yes) {
    return house.step(() -> {
      Optional<Own> own = held(caller, id).map(this::own).filter(Own::termOver);
      own.ifPresent(it -> vouchers.goesOn(Objects.requireNonNull(it.it().voucher()), yes));
      return own.isPresent();
    });
  }

  /// Whether the professional is known without an address: one who began it and signs in otherwise.
  private static boolean isNamed(HobbyApplication it, HobbyWords words) {
    return it.recommender() != null && EmailAddress.find(words.recommender()).isEmpty();
  }

  private HobbyCheck check(Caller caller, HobbyApplication it, HobbyWords words, boolean named) {
    HobbyCheck check = HobbyCheck.of(words, fund(it), today(), named);
    boolean herself = words.recommender().equalsIgnoreCase(caller.person().email());
    return herself ? new HobbyCheck(Map.of("recommender", "yourself"), null) : check;
  }

  private Own own(HobbyApplication it) {
    Optional<HobbyVoucher> voucher = Optional.ofNullable(it.voucher()).flatMap(vouchers::find);
    Terms terms = it.terms();
    boolean over =
        (it.state() == State.REDEEMED || it.state() == State.PAID)
            && terms != null
            && !terms.ends().isAfter(today());
    return new Own(
        it,
        fund(it),
        round(it),
        voucher.map(HobbyVoucher::validTo).orElse(null),
        voucher.map(HobbyVoucher::goesOn).orElse(null),
        over && voucher.isPresent());
  }

  private Optional<HobbyApplication> held(Caller caller, HobbyApplicationId id) {
    return rows.hold(id)
        .filter(it -> isOwn(caller, it))
        .filter(it -> opens(caller, Action.UPDATE, it));
  }

  private boolean opens(Caller caller, Action action, HobbyApplication it) {
    gate.open(
        caller,
        action,
        RecordType.HOBBY_APPLICATION,
        it.id().toString(),
        Set.of(Relation.OWN),
        it.person().value());
    return true;
  }

  private static boolean isOwn(Caller caller, HobbyApplication it) {
    return it.person().equals(caller.person().id());
  }

  private Fund fund(HobbyApplication it) {
    return funds.find(it.fund()).orElseThrow();
  }

  private FundRound round(HobbyApplication it) {
    return funds.find(it.round()).orElseThrow();
  }

  private LocalDate today() {
    return Dates.day(clock.instant());
  }
}
