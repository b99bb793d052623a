package fi.rinnalla.search.web;

import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// What a search is called where there is one line for it: the title of its page, and what is shown
/// of a link to it in a message.
@Component
@NamedInterface("asked")
public class SearchTitle {
  /// Whoever gets a link isn't where its sender was, and "only of one organizer" names nobody.
  private static final Set<String> UNTOLD = Set.of("lat", "of");

  private final Chips chips;
  private final Classification classification;
  private final Finder finder;

  SearchTitle(Chips chips, Classification classification, Finder finder) {
    this.chips = chips;
    this.classification = classification;
    this.finder = finder;
  }

  /// @param what `Perhekahvila`; or what narrows most, when no words are asked
  /// @param when `Tänään`, or empty
  /// @param more where, and what else narrows it
  public record Told(String what, String when, List<String> more) {
    /// `Perhekahvila · Hyvinkää · Tänään`.
    public String line() {
      return Stream.concat(
              Stream.concat(Stream.of(what), more.stream().limit(1)),
              Stream.concat(Stream.of(when), more.stream().skip(1)))
          .filter(it -> !it.isEmpty())
          .collect(Collectors.joining(" · "));
    }
  }

  /// Whether it may endanger whoever searches to be seen at it; then its title tells nothing.
  public boolean isSensitive(Asked asked) {
    List<String> words = new ArrayList<>(List.of(asked.words().strip().split("\\s+")));
    words.add(asked.words());
    List<TermCode> themes = asked.query().themes().stream().map(TermCode::new).toList();
    return classification.isSensitive(themes, words);
  }

  /// Of the search that narrows nothing.
  public Told ofAll(Page page) {
    return new Told(page.say("search.title_all"), "", List.of());
  }

  /// Words are told only when something has them: what is shown beside a link is under our name,
  /// and anybody can write an address.
  public Told of(Page page, Asked asked, Results results) {
    List<Chips.Chip> told =
        chips.of(page, asked).stream()
            .filter(it -> !UNTOLD.contains(it.parameter()))
            .filter(it -> !it.parameter().equals("q"))
            .toList();
    String what =
        !asked.words().isEmpty() && isSaid(page, asked.words(), results)
            ? asked.words().substring(0, 1).toUpperCase(page.lang().locale())
                + asked.words().substring(1)
            : Stream.of("theme", "kind")
                .map(name -> joined(told, name))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(page.say("search.title_all"));
    List<String> more =
        told.stream()
            .filter(it -> !it.parameter().equals("when"))
            .map(Chips.Chip::words)
            .filter(it -> !what.contains(it))
            .toList();
    return new Told(what, when(page, asked, told), more);
  }

  /// A family café is one also on a day when none is open.
  private boolean isSaid(Page page, String words, Results results) {
    return fits(results) || fits(finder.find(Query.all(page.now()).withWords(words).page(1, 1)));
  }

  private static boolean fits(Results results) {
    return results.total() > 0 && !results.lenient();
  }

  private static String joined(List<Chips.Chip> chips, String parameter) {
    return chips.stream()
        .filter(it -> it.parameter().equals(parameter))
        .map(Chips.Chip::words)
        .collect(Collectors.joining(", "));
  }

  /// As on the page; chosen days by their dates, for a title has none of them beside it.
  private static String when(Page page, Asked asked, List<Chips.Chip> told) {
    Span span = asked.query().when();
    if (span == null || !asked.when().contains("-")) {
      return joined(told, "when");
    }
    LocalDate first = Dates.day(span.start());
    LocalDate last = Dates.day(span.end().minusMillis(1));
    String day = Dates.dayMonth(page.lang(), first);
    return last.equals(first) ? day : day + "–" + Dates.dayMonth(page.lang(), last);
  }
}
