package fi.rinnalla.networks.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.families.Consent;
import fi.rinnalla.networks.Function;
import fi.rinnalla.networks.Luuri;
import fi.rinnalla.networks.Network;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A call as the worker wrote it down, with the family's permission.
///
/// @param id of the network that comes of it: the same form pressed twice makes one
/// @param area null until it is chosen
/// @param said null until it is said
/// @param times as they were typed
/// @param began when the form was opened
/// @param faults by the field that has to be mended, the ends of the keys of why
public record CallForm(
    UUID id,
    @Nullable AreaCode area,
    String email,
    Lang lang,
    String name,
    String phone,
    Consent.@Nullable Channel said,
    Set<Function> functions,
    List<String> times,
    String caller,
    Instant began,
    Map<String, String> faults) {

  static CallForm empty(Lang lang, Instant now) {
    return new CallForm(
        UUID.randomUUID(), null, "", lang, "", "", null, Set.of(), List.of(), "", now, Map.of());
  }

  static CallForm read(
      MultiValueMap<String, String> typed,
      Areas areas,
      Set<AreaCode> mine,
      Lang lang,
      Instant now) {
    Map<String, String> faults = new LinkedHashMap<>();
    AreaCode area = area(first(typed, "area"), areas, mine).orElse(null);
    if (area == null) {
      faults.put("area", "area");
    }
    Consent.Channel said = said(first(typed, "said")).orElse(null);
    if (said == null) {
      faults.put("said", "said");
    }
    String email = first(typed, "email").strip();
    if (EmailAddress.find(email).isEmpty()) {
      faults.put("email", "email");
    }
    String name = Typed.plain(first(typed, "name")).replace('\n', ' ');
    if (name.length() > Network.LONGEST_NAME) {
      faults.put("name", "name");
    }
    String phone = Typed.plain(first(typed, "phone")).replace('\n', ' ');
    if (!phone.isEmpty() && !phone.matches("\\+?[0-9 ()-]{5,25}")) {
      faults.put("phone", "phone");
    }
    Set<Function> functions = EnumSet.noneOf(Function.class);
    typed.getOrDefault("function", List.of()).stream()
        .flatMap(it -> Function.find(it).stream())
        .forEach(functions::add);
    if (functions.isEmpty()) {
      faults.put("functions", "functions");
    }
    List<String> times = new ArrayList<>();
    for (int n = 1; n <= Network.MOST_MEETINGS; n++) {
      String time = first(typed, "time_" + n).strip();
      times.add(time);
      if (!time.isEmpty() && instant(time).filter(now::isBefore).isEmpty()) {
        faults.put("time_" + n, "time");
      }
    }
    String caller = first(typed, "caller").strip();
    if (!caller.isEmpty() && EmailAddress.find(caller).isEmpty()) {
      faults.put("caller", "caller");
    }
    return new CallForm(
        id(first(typed, "id")),
        area,
        email,
        Lang.find(first(typed, "lang")).orElse(lang),
        name,
        phone,
        said,
        functions,
        times,
        caller,
        began(first(typed, "began"), now),
        faults);
  }

  /// How the family gave its word.
  static Optional<Consent.Channel> said(String code) {
    return Stream.of(Consent.Channel.ORAL_ATTESTED, Consent.Channel.PAPER)
        .filter(it -> it.code().equals(code))
        .findFirst();
  }

  /// One of the worker's own areas.
  static Optional<AreaCode> area(String slug, Areas areas, Set<AreaCode> mine) {
    return areas.findBySlug(slug).map(Area::code).filter(mine::contains);
  }

  Luuri.Asked asked() {
    if (area == null || said == null) {
      throw new IllegalStateException("something has to be mended");
    }
    Set<Instant> meetings = new LinkedHashSet<>();
    times.stream().flatMap(it -> instant(it).stream()).forEach(meetings::add);
    return new Luuri.Asked(
        id,
        area,
        EmailAddress.find(email).orElseThrow(),
        lang,
        name,
        phone.isEmpty() ? email : phone,
        said,
        functions,
        meetings,
        EmailAddress.find(caller).orElse(null),
        began);
  }

  public String time(int n) {
    return times.size() < n ? "" : times.get(n - 1);
  }

  public @Nullable String invalid(String field) {
    return faults.containsKey(field) ? "true" : null;
  }

  static Optional<Instant> instant(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written).atZone(Zone.HELSINKI).toInstant())
          .filter(it -> it.isBefore(NetworksPage.LAST));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant began(String written, Instant now) {
    try {
      Instant began = Instant.ofEpochSecond(Long.parseLong(written));
      return began.isAfter(now) ? now : began;
    } catch (NumberFormatException | DateTimeException _) {
      return now;
    }
  }

  private static UUID id(String written) {
    return WrittenId.find(written).orElseGet(UUID::randomUUID);
  }

  private static String first(MultiValueMap<String, String> typed, String name) {
    return Optional.ofNullable(typed.getFirst(name)).orElse("");
  }
}
