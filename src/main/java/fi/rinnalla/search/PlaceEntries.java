package fi.rinnalla.search;

import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Makes entries of places one can go to.
@Component
class PlaceEntries {
  private final EntryParts parts;

  PlaceEntries(EntryParts parts) {
    this.parts = parts;
  }

  /// The entries of those places one can go to.
  List<Entry> of(List<Listing<Location>> locations) {
    List<Listing<Location>> shown =
        locations.stream()
            .filter(it -> !it.isWithdrawn())
            .filter(it -> it.record().type() == Location.Type.PHYSICAL)
            .filter(it -> it.record().visibility() == Location.Visibility.PUBLIC)
            .filter(it -> !it.record().name().isEmpty())
            .toList();
    Map<OrganizationId, Organization> organizers =
        parts.organizations(
            shown.stream().map(it -> it.record().organization()).filter(Objects::nonNull));
    List<Entry> entries = new ArrayList<>();
    for (Listing<Location> it : shown) {
      OrganizationId owner = it.record().organization();
      Organization organizer = owner == null ? null : organizers.get(owner);
      Freshness freshness = parts.freshness(organizer, it.since());
      if (freshness.isFound()) {
        entries.add(place(it, organizer == null ? Text.none() : organizer.name(), freshness));
      }
    }
    return entries;
  }

  private Entry place(Listing<Location> listing, Text organizer, Freshness freshness) {
    Location location = listing.record();
    OrganizationId owner = location.organization();
    Position position = location.position();
    Set<AreaCode> within = parts.lineage(location.area(), position);
    Card card =
        new Card(
            new EntryKey(Kind.PLACE, location.uuid()),
            listing.slug(),
            location.name(),
            EntryParts.beginning(location.description()),
            organizer,
            Text.none(),
            listing.slug(),
            EntryParts.address(location),
            1,
            position == null ? List.of() : List.of(position),
            location.approximate(),
            AgeRange.ANY,
            false,
            Text.none(),
            location.languages(),
            location.features(),
            !location.schedules().isEmpty(),
            false,
            false,
            location.verification().on(),
            freshness == Freshness.OVERDUE);
    List<Text> subjects = parts.subjects(List.of(), within);
    subjects.add(organizer);
    return new Entry(
        card,
        List.of(location.name(), location.alternateName()),
        subjects,
        List.of(location.description()),
        within,
        Set.of(),
        owner == null ? Set.of() : Set.of(owner.value()),
        parts.openings(location.schedules()));
  }
}
