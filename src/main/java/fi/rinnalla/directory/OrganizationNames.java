package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What organizations are called, and which ones are called so.
@Component
public class OrganizationNames {
  private static final int MOST_FOUND = 8;
  private static final int SHORTEST = 2;

  private final Directory directory;

  OrganizationNames(Directory directory) {
    this.directory = directory;
  }

  public Text of(OrganizationId organization) {
    return of(List.of(organization)).getOrDefault(organization.value(), Text.none());
  }

  public Map<UUID, Text> of(Collection<OrganizationId> organizations) {
    Map<UUID, Text> names = new LinkedHashMap<>();
    if (!organizations.isEmpty()) {
      directory
          .organizations(organizations)
          .forEach(it -> names.put(it.record().id().value(), it.record().name()));
    }
    return names;
  }

  /// Organizations whose name in any language has these letters in it.
  public Map<UUID, Text> find(String letters) {
    String wanted = letters.strip().toLowerCase(Locale.ROOT);
    Map<UUID, Text> found = new LinkedHashMap<>();
    if (wanted.length() < SHORTEST) {
      return found;
    }
    List<Listing<Organization>> all = new ArrayList<>();
    directory.forEachOrganization(all::add);
    all.stream()
        .filter(it -> !it.isWithdrawn())
        .filter(it -> has(it.record().name(), wanted))
        .limit(MOST_FOUND)
        .forEach(it -> found.put(it.record().id().value(), it.record().name()));
    return found;
  }

  private static boolean has(Text name, String wanted) {
    return Stream.of(name.fi(), name.sv(), name.en())
        .anyMatch(it -> it != null && it.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
