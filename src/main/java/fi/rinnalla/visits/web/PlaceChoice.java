package fi.rinnalla.visits.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Places to choose from in one list, by town.
public final class PlaceChoice {
  private PlaceChoice() {}

  /// A town and its places, in order of their names.
  ///
  /// @param name nothing for places whose town isn't told
  public record Town(String name, List<Choice> places) {}

  /// @param address to tell two of one name apart
  public record Choice(String id, String name, String address) {}

  /// The town where most of these places are, if any of them tells.
  static @Nullable AreaCode home(Collection<Listing<Location>> places) {
    return places.stream()
        .map(it -> it.record().area())
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<AreaCode, Long>comparingByValue().thenComparing(it -> it.getKey().value()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /// @param home the town that comes first, if it is known
  static List<Town> byTown(
      Page page, Collection<Listing<Location>> places, @Nullable AreaCode home) {
    SortedMap<String, List<Choice>> towns = new TreeMap<>();
    Set<String> first = new HashSet<>();
    for (Listing<Location> place : places) {
      Location it = place.record();
      List<Location.Address> addresses = it.addresses();
      String town = addresses.isEmpty() ? "" : page.words(addresses.getFirst().city());
      String street = addresses.isEmpty() ? "" : page.words(addresses.getFirst().address1());
      if (home != null && home.equals(it.area())) {
        first.add(town);
      }
      towns
          .computeIfAbsent(town, _ -> new ArrayList<>())
          .add(new Choice(it.id().toString(), page.words(it.name()), street));
    }
    List<Town> all = new ArrayList<>();
    towns.forEach((town, choices) -> {
      choices.sort(Comparator.comparing(Choice::name));
      all.add(new Town(town, List.copyOf(choices)));
    });
    all.sort(Comparator.comparing(town -> !first.contains(town.name())));
    return all;
  }
}
