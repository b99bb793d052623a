package fi.rinnalla.advice;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.knowledge.Prose;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Results;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a desk is asked often, and its answers. Whoever sits at the desk drafts; whoever keeps it
/// publishes.
@Component
public class DeskArticles {
  private static final int MOST = 500;

  private final AtDesk here;
  private final DeskRows desks;
  private final Articles articles;
  private final Cards cards;
  private final Finder finder;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  DeskArticles(
      AtDesk here,
      DeskRows desks,
      Articles articles,
      Cards cards,
      Finder finder,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.here = here;
    this.desks = desks;
    this.articles = articles;
    this.cards = cards;
    this.finder = finder;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// At which desk, and from which side of it.
  ///
  /// @param organization for which one keeps the desk; null for whoever sits at it
  public record Side(UUID desk, @Nullable UUID organization) {
    public boolean isKeepers() {
      return organization != null;
    }
  }

  /// What became of a step.
  public enum Outcome {
    DONE,
    NO_QUESTION,
    /// A language has a question and no answer, or the other way round.
    HALF,
    MARKUP,
    /// A link that is written otherwise than [Prose] reads it.
    BAD_LINK,
    TOO_LONG,
    /// What it was to lead to isn't found.
    NO_LINK,
    TOO_MANY,
    /// It has been published already, and is no more a draft to write.
    NOT_NOW
  }

  /// An article as the desk's people see it.
  ///
  /// @param yes how often it helped; hidden while small ([SmallNumbers])
  public record Kept(Article article, int yes, int no) {}

  /// What is written, as typed.
  ///
  /// @param kept the links that stay
  /// @param find words by whose first hit one more link is found; empty for none
  public record Told(
      Text question, Text answer, String topic, List<Article.Link> kept, String find) {
    Outcome fault() {
      if (question.isEmpty()) {
        return Outcome.NO_QUESTION;
      }
      if (DeskKeeping.isLonger(question, Article.LONGEST_QUESTION)
          || DeskKeeping.isLonger(answer, Article.LONGEST_ANSWER)) {
        return Outcome.TOO_LONG;
      }
      if (Article.isMarkup(question) || Article.isMarkup(answer)) {
        return Outcome.MARKUP;
      }
      if (Prose.isHalfRead(answer)) {
        return Outcome.BAD_LINK;
      }
      return Article.isWhole(question, answer) ? Outcome.DONE : Outcome.HALF;
    }
  }

  @Transactional
  public List<Kept> of(Caller caller, Side side) {
    require(caller, side, Action.READ);
    Map<UUID, Articles.Helped> helped = articles.helped(side.desk());
    return articles.of(side.desk()).stream()
        .map(it -> {
          Articles.Helped of = helped.getOrDefault(it.id(), Articles.Helped.NEVER);
          return new Kept(it, SmallNumbers.shown(of.yes()), SmallNumbers.shown(of.no()));
        })
        .toList();
  }

  /// How many wait to be published.
  @Transactional
  public long drafts(Caller caller, Side side) {
    require(caller, side, Action.READ);
    return articles.of(side.desk()).stream()
        .filter(it -> it.state() == Article.State.DRAFT)
        .count();
  }

  /// Nothing when nobody has begun it.
  @Transactional
  public Optional<Article> find(Caller caller, Side side, UUID article) {
    require(caller, side, Action.READ);
    return ours(side, articles.find(article));
  }

  /// What it leads to, as it is found now.
  public List<Results.Hit> links(List<Article.Link> links) {
    List<EntryKey> keys = new ArrayList<>();
    for (Article.Link link : links) {
      Kind.find(link.kind()).ifPresent(kind -> keys.add(new EntryKey(kind, link.id())));
    }
    return finder.find(keys, clock.instant());
  }

  /// Writes it: a draft, or what is shown already when the writer keeps the desk.
  @Transactional
  public Outcome write(Caller caller, Side side, UUID id, Told told) {
    Seat seat = require(caller, side, Action.UPDATE);
    Outcome fault = told.fault();
    if (fault != Outcome.DONE) {
      return fault;
    }
    List<Article.Link> links = new ArrayList<>(told.kept());
    if (!told.find().isBlank()) {
      Optional<EntryKey> found = cards.firstToGoTo(side.desk(), told.find());
      if (found.isEmpty()) {
        return Outcome.NO_LINK;
      }
      Article.Link link = new Article.Link(found.get().kind().code(), found.get().id());
      if (!links.contains(link)) {
        links.add(link);
      }
    }
    if (links.size() > Article.MOST_LINKS) {
      return Outcome.TOO_MANY;
    }
    Article before = ours(side, articles.hold(id)).orElse(null);
    if (before == null && articles.of(side.desk()).size() >= MOST) {
      return Outcome.TOO_MANY;
    }
    if (before != null && before.state() != Article.State.DRAFT && !side.isKeepers()) {
      return Outcome.NOT_NOW;
    }
    articles.put(
        new Article(
            id,
            side.desk(),
            seat.desk().organizations(),
            seat.desk().areas(),
            told.topic(),
            told.question(),
            told.answer(),
            links,
            before == null ? Article.State.DRAFT : before.state(),
            before == null ? null : before.checkedOn(),
            clock.instant()));
    gate.open(
        seat.caller(),
        before == null ? Action.CREATE : Action.UPDATE,
        RecordType.ARTICLE,
        id.toString(),
        seat.relations(),
        null);
    return Outcome.DONE;
  }

  /// Publishes it, says that it is still so, or takes it away.
  @Transactional
  public Outcome become(Caller caller, Side side, UUID id, Article.State next) {
    Seat seat = require(caller, side, Action.MODERATE);
    Article held =
        ours(side, articles.hold(id)).orElseThrow(() -> new NoSuchRecord(RecordType.ARTICLE));
    boolean still = next == Article.State.PUBLISHED && held.isPublished();
    if (!still && !held.state().mayBecome(next)) {
      return Outcome.NOT_NOW;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    articles.put(
        new Article(
            id,
            held.desk(),
            seat.desk().organizations(),
            seat.desk().areas(),
            held.topic(),
            held.question(),
            held.answer(),
            held.links(),
            next,
            next == Article.State.PUBLISHED ? today : held.checkedOn(),
            clock.instant()));
    gate.open(
        seat.caller(), Action.MODERATE, RecordType.ARTICLE, id.toString(), seat.relations(), null);
    return Outcome.DONE;
  }

  private record Seat(Caller caller, AdviceDesk desk, Set<Relation> relations) {}

  private Seat require(Caller caller, Side side, Action action) {
    AdviceDesk desk = house.step(() -> desks.find(side.desk())).orElseThrow(DeskKeeping::none);
    UUID organization = side.organization();
    Seat seat;
    if (organization == null) {
      Adviser adviser = here.adviser(caller, side.desk(), Action.READ);
      seat = new Seat(caller.within(adviser.organization()), desk, Set.of(Relation.ASSIGNED));
    } else {
      Caller within = caller.within(organization);
      seat = new Seat(within, desk, DeskKeeping.theirs(within, organization));
    }
    boolean ours = organization == null || desk.isOf(organization);
    if (!ours || !gate.may(seat.caller(), action, RecordType.ARTICLE, seat.relations())) {
      throw new NoSuchRecord(RecordType.ARTICLE);
    }
    return seat;
  }

  /// One of another desk is none.
  private static Optional<Article> ours(Side side, Optional<Article> found) {
    if (found.isPresent() && !found.get().desk().equals(side.desk())) {
      throw new NoSuchRecord(RecordType.ARTICLE);
    }
    return found;
  }
}
