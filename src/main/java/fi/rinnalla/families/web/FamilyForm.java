package fi.rinnalla.families.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.families.Child;
import fi.rinnalla.families.Families;
import fi.rinnalla.families.Family;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a family tells of itself, as somebody wrote it.
///
/// @param faults by the field that has to be mended, the ends of the keys of why
/// @param told null while something has to be mended
public record FamilyForm(
    Map<String, String> typed,
    List<Row> children,
    Map<String, String> faults,
    Families.@Nullable Told told) {
  private static final int OLDEST = 25;

  public FamilyForm {
    typed = Map.copyOf(typed);
    children = List.copyOf(children);
  }

  /// A child's line.
  public record Row(String nickname, String year) {
    boolean isEmpty() {
      return nickname.isBlank() && year.isBlank();
    }
  }

  static FamilyForm of(Optional<Family> family, Areas areas) {
    Map<String, String> typed = new HashMap<>();
    List<Row> children = new ArrayList<>();
    family.ifPresent(it -> {
      typed.put("nickname", it.nickname());
      AreaCode municipality = it.municipality();
      String town =
          municipality == null
              ? ""
              : areas.find(municipality).map(Area::name).map(name -> name.fi()).orElse("");
      typed.put("where", it.postcode().isEmpty() ? town : it.postcode());
      if (it.isProtected()) {
        typed.put("protected", "true");
      }
      it.children()
          .forEach(
              child -> children.add(new Row(child.nickname(), String.valueOf(child.birthYear()))));
    });
    return new FamilyForm(typed, withEmpty(children), Map.of(), null);
  }

  static FamilyForm read(Map<String, String> typed, Areas areas, LocalDate today) {
    Map<String, String> faults = new LinkedHashMap<>();
    String nickname = Typed.plain(typed.getOrDefault("nickname", "")).replace('\n', ' ');
    if (nickname.length() > Family.LONGEST_NAME) {
      faults.put("nickname", "long");
    }
    boolean isProtected = typed.containsKey("protected");
    String where = Typed.plain(typed.getOrDefault("where", "")).replace('\n', ' ');
    AreaCode municipality = null;
    String postcode = "";
    if (!where.isEmpty() && !isProtected) {
      Optional<Areas.Postcode> found = areas.findPostcode(where);
      if (found.isPresent()) {
        postcode = found.get().code();
        municipality = found.get().municipality().code();
      } else {
        municipality =
            areas
                .findByName(where)
                .filter(it -> it.type() == Area.Type.MUNICIPALITY)
                .map(Area::code)
                .orElse(null);
        if (municipality == null) {
          faults.put("where", "where");
        }
      }
    }
    List<Row> rows = rows(typed);
    List<Child> children = children(rows, today, faults);
    Families.Told told =
        faults.isEmpty()
            ? new Families.Told(nickname, municipality, postcode, isProtected, children)
            : null;
    return new FamilyForm(typed, withEmpty(rows), faults, told);
  }

  private static List<Row> rows(Map<String, String> typed) {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number <= Family.MOST_CHILDREN; number++) {
      String nickname = typed.getOrDefault("child_" + number, "");
      String year = typed.getOrDefault("year_" + number, "");
      Row row = new Row(Typed.plain(nickname).replace('\n', ' '), Typed.plain(year));
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<Child> children(List<Row> rows, LocalDate today, Map<String, String> faults) {
    if (rows.size() > Family.MOST_CHILDREN) {
      faults.put("child_0", "children");
      return List.of();
    }
    List<Child> children = new ArrayList<>();
    for (int number = 0; number < rows.size(); number++) {
      Row row = rows.get(number);
      int year = row.year().matches("\\d{4}") ? Integer.parseInt(row.year()) : 0;
      if (row.nickname().length() > Child.LONGEST_NAME) {
        faults.put("child_" + number, "long");
      } else if (year < today.getYear() - OLDEST || year > today.getYear() + 1) {
        faults.put("year_" + number, "year");
      } else {
        children.add(new Child(row.nickname(), year));
      }
    }
    return children;
  }

  /// One line more, for the next child: so that it works without scripts.
  private static List<Row> withEmpty(List<Row> rows) {
    List<Row> all = new ArrayList<>(rows);
    if (all.size() < Family.MOST_CHILDREN) {
      all.add(new Row("", ""));
    }
    return all;
  }

  public String value(String name) {
    return typed.getOrDefault(name, "");
  }

  public boolean isProtected() {
    return typed.containsKey("protected");
  }

  public @Nullable String invalid(String field) {
    return faults.containsKey(field) ? "true" : null;
  }
}
