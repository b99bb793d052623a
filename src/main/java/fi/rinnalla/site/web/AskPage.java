package fi.rinnalla.site.web;

import fi.rinnalla.advice.Desks;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where a person answers: helplines and chats of the whole country, then those of each town.
@Controller
public class AskPage {
  /// What such services call themselves; each is searched by itself, for hardly any says all.
  private static final List<String> WORDS = List.of("puhelin", "chat", "päivystys");

  private static final int COMMON = 6;
  private static final int MOST_OF_EACH = 60;

  /// A line for schoolchildren is no first answer to a parent, but may be one to the child.
  private static final double FOR_THE_CHILD_ITSELF = 5;

  private static final AreaCode COUNTRY = new AreaCode("FI");

  private final Finder finder;
  private final Directory directory;
  private final Towns towns;
  private final Desks desks;
  private final Articles articles;

  AskPage(Finder finder, Directory directory, Towns towns, Desks desks, Articles articles) {
    this.finder = finder;
    this.directory = directory;
    this.towns = towns;
    this.desks = desks;
    this.articles = articles;
  }

  /// @param town whose people it answers; null when everybody's
  public record Answering(Listing<Service> listing, Hours hours, @Nullable Town town) {
    public Service service() {
      return listing.record();
    }

    boolean isOpen() {
      return hours.state() instanceof OpeningHours.State.Open;
    }

    boolean isForParents() {
      return service().ages().lowest() < FOR_THE_CHILD_ITSELF;
    }
  }

  /// @param desks where one may write to somebody right here
  /// @param common what is asked often
  public record Shown(
      List<Desks.Shown> desks,
      List<Article> common,
      List<Answering> everywhere,
      List<Answering> near) {}

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/kysy", "/sv/fraga", "/en/ask"})
  String ask(Page page, Model model) {
    page.is(Route.ASK).beSensitive();
    Set<ServiceId> found = new LinkedHashSet<>();
    for (String word : WORDS) {
      Query query =
          Query.all(page.now()).withWords(word).of(Set.of(Kind.SERVICE)).page(1, MOST_OF_EACH);
      finder.find(query).hits().forEach(hit -> found.add(new ServiceId(hit.card().key().id())));
    }
    Map<ServiceId, List<Schedule>> hoursAtPlaces =
        directory.placesOf(found).stream()
            .map(Listing::record)
            .collect(
                Collectors.groupingBy(
                    ServiceAtLocation::service,
                    Collectors.flatMapping(it -> it.schedules().stream(), Collectors.toList())));
    List<Answering> everywhere = new ArrayList<>();
    List<Answering> near = new ArrayList<>();
    for (Listing<Service> listing : directory.services(found)) {
      Service service = listing.record();
      if (listing.isWithdrawn() || !service.status().isShown() || service.phones().isEmpty()) {
        continue;
      }
      List<Schedule> schedules = hoursAtPlaces.getOrDefault(service.id(), List.of());
      Hours hours = Hours.of(schedules.isEmpty() ? service.schedules() : schedules, page.now());
      if (service.areas().contains(COUNTRY)) {
        everywhere.add(new Answering(listing, hours, null));
      } else {
        Town town =
            service.areas().stream()
                .flatMap(area -> towns.of(area, null).stream())
                .findFirst()
                .orElse(null);
        near.add(new Answering(listing, hours, town));
      }
    }
    Comparator<Answering> nowFirst =
        Comparator.comparing(Answering::isForParents)
            .thenComparing(Answering::isOpen)
            .reversed()
            .thenComparing(it -> page.words(it.service().name()));
    everywhere.sort(nowFirst);
    near.sort(
        Comparator.<Answering, String>comparing(
                it -> it.town() == null ? "" : page.words(it.town().name()))
            .thenComparing(nowFirst));
    model.addAttribute(
        "shown", new Shown(desks.shown(), articles.common(COMMON), everywhere, near));
    return "site/ask";
  }
}
