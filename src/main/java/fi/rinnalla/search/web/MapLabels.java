package fi.rinnalla.search.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Names of towns and districts for the map, which has no tiles of its own to tell them.
@RestController
class MapLabels {
  private final Map<Lang, List<Label>> labels = new EnumMap<>(Lang.class);

  /// Towns come with the widely known first: where names would lie on each other, a map keeps
  /// these.
  ///
  /// @param rank 1 for municipalities, 2 for districts; a map shows the second when it is near
  record Label(String name, double lat, double lon, int rank) {}

  MapLabels(Areas areas) {
    List<Area> towns =
        areas.list(Area.Type.MUNICIPALITY).stream()
            .sorted(Comparator.comparingLong((Area it) -> areas.postcodesIn(it.code())).reversed())
            .toList();
    List<Area> named = new ArrayList<>(towns);
    named.addAll(areas.list(Area.Type.SERVICE_AREA));
    for (Lang lang : Lang.values()) {
      List<Label> all = new ArrayList<>();
      for (Area area : named) {
        Position centre = area.centre();
        if (centre != null) {
          int rank = area.type() == Area.Type.MUNICIPALITY ? 1 : 2;
          all.add(new Label(area.name().orEmpty(lang), centre.lat(), centre.lon(), rank));
        }
      }
      labels.put(lang, all);
    }
  }

  List<Label> in(Lang lang) {
    return labels.getOrDefault(lang, List.of());
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/api/map/labels")
  ResponseEntity<List<Label>> labels(@RequestParam(defaultValue = "fi") String language) {
    Lang lang = Lang.find(language).orElse(Lang.FI);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
        .body(in(lang));
  }
}
