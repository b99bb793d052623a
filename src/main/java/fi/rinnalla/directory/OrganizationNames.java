package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What organizations are called, and which ones are called so.
@Component
public class OrganizationNames {
  private static final int MOST_FOUND = 60;
  private static final int SHORTEST = 2;
  private static final Collator NAMES = Collator.getInstance(Locale.of("fi", "FI"));

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

  /// What a search of names found.
  ///
  /// @param names the first of them, in the order to show
  /// @param all how many there are
  public record Found(Map<UUID, Text> names, int all) {
    public static final Found NONE = new Found(Map.of(), 0);

    public Found {
      names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    public boolean isEmpty() {
      return names.isEmpty();
    }

    public boolean isCut() {
      return all > names.size();
    }
  }

  public Found find(String letters) {
    return find(letters, null);
  }

  /// Organizations whose name in any language has these letters in it: first those of the area or
  /// with a place in it, then those whose name begins so, by name.
  public Found find(String letters, @Nullable AreaCode near) {
    String wanted = letters.strip().toLowerCase(Locale.ROOT);
    if (wanted.length() < SHORTEST) {
      return Found.NONE;
    }
    List<Organization> all = new ArrayList<>();
    directory.forEachOrganization(it -> {
      if (!it.isWithdrawn() && has(it.record().name(), wanted)) {
        all.add(it.record());
      }
    });
    Set<OrganizationId> here = near == null ? Set.of() : in(near, all);
    Map<UUID, Text> found = new LinkedHashMap<>();
    all.stream()
        .sorted(
            Comparator.comparing((Organization it) ->
                    !(near != null && near.equals(it.area()) || here.contains(it.id())))
                .thenComparing(it -> !begins(it.name(), wanted))
                .thenComparing(it -> it.name().orEmpty(Lang.FI), NAMES))
        .limit(MOST_FOUND)
        .forEach(it -> found.put(it.id().value(), it.name()));
    return new Found(found, all.size());
  }

  private Set<OrganizationId> in(AreaCode area, List<Organization> organizations) {
    return directory.locationsOf(organizations.stream().map(Organization::id).toList()).stream()
        .map(Listing::record)
        .filter(it -> area.equals(it.area()))
        .map(Location::organization)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static boolean begins(Text name, String wanted) {
    return said(name).anyMatch(it -> it.startsWith(wanted));
  }

  private static boolean has(Text name, String wanted) {
    return said(name).anyMatch(it -> it.contains(wanted));
  }

  private static Stream<String> said(Text name) {
    return Stream.of(name.fi(), name.sv(), name.en())
        .filter(Objects::nonNull)
        .map(it -> it.toLowerCase(Locale.ROOT));
  }
}
