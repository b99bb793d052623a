package fi.rinnalla.search;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The door of the search room.
@Component
public class Finder {
  private static final int NEIGHBOURS = 6;

  private final ObjectProvider<SearchIndex> indexes;
  private final Areas areas;
  private volatile boolean ready;

  Finder(ObjectProvider<SearchIndex> indexes, Areas areas) {
    this.indexes = indexes;
    this.areas = areas;
  }

  /// A neighbouring municipality, and how much it has of what was asked.
  public record Neighbour(Area area, int hits) {}

  public Results find(Query query) {
    return indexes.getObject().search(query);
  }

  /// What stands behind these keys now, in their order; what can't be found any more is left out.
  public List<Results.Hit> find(List<EntryKey> keys, Instant now) {
    if (keys.isEmpty() || !isReady()) {
      return List.of();
    }
    Map<EntryKey, Results.Hit> found = new HashMap<>();
    indexes.getObject().find(keys, now).forEach(hit -> found.put(hit.card().key(), hit));
    return keys.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /// Every card that may be found now, in no order: a search reaches only so far.
  public void forEach(Instant now, Consumer<Card> reader) {
    indexes.getObject().forEach(now, reader);
  }

  /// Whether this node can answer yet. Once it can, it goes on: an index is only ever replaced by
  /// another.
  public boolean isReady() {
    if (!ready) {
      SearchIndex index = indexes.getObject();
      ready = index.hasContent() && index.followed().isPresent();
    }
    return ready;
  }

  /// When nothing was found here: which municipalities beside this one have it (servicemap issue
  /// 493).
  public List<Neighbour> neighbours(Query query) {
    AreaCode here = here(query).orElse(null);
    if (here == null) {
      return List.of();
    }
    Map<String, Area> beside =
        areas.neighbours(here, NEIGHBOURS).stream()
            .collect(Collectors.toMap(area -> area.code().value(), area -> area));
    if (beside.isEmpty()) {
      return List.of();
    }
    List<AreaCode> codes = beside.values().stream().map(Area::code).toList();
    Results there = find(query.in(new Query.Where.In(codes, query.where().from())).page(1, 1));
    return there.facets().getOrDefault(Results.Facet.MUNICIPALITY, List.of()).stream()
        .filter(count -> beside.containsKey(count.value()))
        .map(count -> new Neighbour(areas.get(new AreaCode(count.value())), count.hits()))
        .toList();
  }

  private Optional<AreaCode> here(Query query) {
    return switch (query.where()) {
      case Query.Where.Anywhere _ -> Optional.empty();
      case Query.Where.Near near -> areas.nearestMunicipality(near.point()).map(Area::code);
      case Query.Where.In in -> in.areas().stream().findFirst();
    };
  }
}
