package fi.rinnalla.search.web;

import fi.rinnalla.pages.Strangers;
import fi.rinnalla.vocabulary.Lang;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.util.MultiValueMap;

/// Reads an address as a program's: beside what a person would be told as well, a program's maker
/// hears of parameters that nobody reads, and of a second value where one is read. A person's link
/// may have been through five messengers, so pages pass both over.
@NamedInterface("asked")
public final class Strictly {
  private static final int LONGEST = 60;
  private static final String LANGUAGE = "language";
  private static final Set<String> REPEATED = Set.of("lang", "acc", "theme", "kind", "of");

  private Strictly() {}

  /// @param alsoRead what the address takes beside the search and the language of the answer
  public static List<Asked.Problem> problems(
      MultiValueMap<String, String> raw, Asked asked, Set<String> alsoRead) {
    List<Asked.Problem> problems = new ArrayList<>();
    for (String name : Strangers.among(raw.keySet(), known(alsoRead))) {
      String told = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
      problems.add(new Asked.Problem(told, told, "search.problem.unknown"));
    }
    for (String name : known(alsoRead)) {
      if (!REPEATED.contains(name) && raw.getOrDefault(name, List.of()).size() > 1) {
        problems.add(new Asked.Problem(name, name, "search.problem.twice"));
      }
    }
    String language = raw.getFirst(LANGUAGE);
    if (language != null && !language.isBlank() && Lang.find(language).isEmpty()) {
      String told = language.length() > LONGEST ? language.substring(0, LONGEST) + "…" : language;
      problems.add(new Asked.Problem(LANGUAGE, told, "search.problem.language"));
    }
    problems.addAll(asked.problems());
    return List.copyOf(problems);
  }

  /// The names that are read.
  public static Set<String> known(Set<String> alsoRead) {
    Set<String> known = new LinkedHashSet<>(Asked.names());
    known.add(LANGUAGE);
    known.addAll(alsoRead);
    return known;
  }
}
