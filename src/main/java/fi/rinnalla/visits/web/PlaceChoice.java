package fi.rinnalla.visits.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.pages.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Places to choose from in one list, by town.
public final class PlaceChoice {
  private PlaceChoice() {}

  /// A town and its places, in order of their names.
  ///
  /// @param name nothing for places whose town isn't told
  public record Town(String name, List<Choice> places) {}

  /// @param address to tell two of one name apart
  public record Choice(String id, String name, String address) {}

  static List<Town> byTown(Page page, Collection<Listing<Location>> places) {
    SortedMap<String, List<Choice>> towns = new TreeMap<>();
    for (Listing<Location> place : places) {
      Location it = place.record();
      List<Location.Address> addresses = it.addresses();
      String town = addresses.isEmpty() ? "" : page.words(addresses.getFirst().city());
      String street = addresses.isEmpty() ? "" : page.words(addresses.getFirst().address1());
      towns
          .computeIfAbsent(town, _ -> new ArrayList<>())
          .add(new Choice(it.id().toString(), page.words(it.name()), street));
    }
    List<Town> all = new ArrayList<>();
    towns.forEach((town, choices) -> {
      choices.sort(Comparator.comparing(Choice::name));
      all.add(new Town(town, List.copyOf(choices)));
    });
    return all;
  }
}
