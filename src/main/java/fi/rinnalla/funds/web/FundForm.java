package fi.rinnalla.funds.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.funds.Cents;
import fi.rinnalla.funds.Fund;
import fi.rinnalla.funds.Funds;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A new fund, as somebody wrote it.
///
/// @param faults by the field that has to be mended, the ends of the keys of why
/// @param told null while something has to be mended
public record FundForm(
    Map<String, String> typed, Map<String, String> faults, Funds.@Nullable Told told) {

  public FundForm {
    typed = Map.copyOf(typed);
    faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
  }

  static FundForm empty() {
    return new FundForm(Map.of("youngest", "7", "oldest", "17"), Map.of(), null);
  }

  static FundForm read(Map<String, String> typed, Areas areas) {
    Map<String, String> faults = new LinkedHashMap<>();
    Text name = new Text(line(typed, "name_fi"), line(typed, "name_sv"), line(typed, "name_en"));
    if (name.isEmpty()) {
      faults.put("name_fi", "name");
    }
    OptionalInt budget = Cents.read(line(typed, "budget"));
    if (budget.isEmpty()) {
      faults.put("budget", "sum");
    }
    OptionalInt most = Cents.read(line(typed, "most"));
    if (most.isEmpty()) {
      faults.put("most", "sum");
    }
    int youngest = number(line(typed, "youngest"));
    int oldest = number(line(typed, "oldest"));
    if (youngest < 0 || oldest < youngest || oldest > Fund.OLDEST) {
      faults.put("youngest", "ages");
    }
    Set<AreaCode> where = new LinkedHashSet<>();
    for (String town : line(typed, "areas").split(",")) {
      if (!town.isBlank()) {
        Optional<Area> area =
            areas.findByName(town.strip()).filter(it -> it.type() == Area.Type.MUNICIPALITY);
        area.map(Area::code).ifPresent(where::add);
        if (area.isEmpty()) {
          faults.put("areas", "areas");
        }
      }
    }
    Funds.Told told =
        faults.isEmpty()
            ? new Funds.Told(
                name,
                line(typed, "donor"),
                budget.getAsInt(),
                youngest,
                oldest,
                where,
                most.getAsInt())
            : null;
    return new FundForm(typed, faults, told);
  }

  public String value(String name) {
    return typed.getOrDefault(name, "");
  }

  public @Nullable String invalid(String field) {
    return faults.containsKey(field) ? "true" : null;
  }

  private static int number(String written) {
    return written.matches("\\d{1,2}") ? Integer.parseInt(written) : -1;
  }

  private static String line(Map<String, String> typed, String name) {
    String line = Typed.plain(typed.getOrDefault(name, "")).replace('\n', ' ');
    int longest = name.equals("areas") ? 1000 : Fund.LONGEST_NAME;
    return line.length() > longest ? line.substring(0, longest) : line;
  }
}
