package fi.rinnalla.funds.web;

import fi.rinnalla.funds.FundFigures;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.Money;
import java.util.List;
import java.util.Optional;

/// A figure as it may be told: what it is, and how much or that it is too small.
public record FundLine(String name, String value) {

  static List<FundLine> of(Page page, FundFigures it) {
    return List.of(
        line(page, "budget", page.euros(it.budget())),
        line(page, "committed", sum(page, it.committed())),
        line(page, "refused", sum(page, it.refused())),
        line(page, "supported", count(page, it.supported())),
        line(page, "begun", part(page, it.begun())),
        line(page, "mean", sum(page, it.mean())),
        line(
            page,
            "days",
            it.days().isPresent()
                ? String.valueOf(it.days().getAsInt())
                : page.say("funds.hidden")),
        line(page, "unused", count(page, it.unused())),
        line(page, "waiting", count(page, it.waiting())),
        line(page, "goes_on", part(page, it.goOn())));
  }

  private static FundLine line(Page page, String name, String value) {
    return new FundLine(page.say("funds.figure." + name), value);
  }

  private static String sum(Page page, Optional<Money> it) {
    return it.map(page::euros).orElse(page.say("funds.hidden"));
  }

  private static String count(Page page, FundFigures.Count it) {
    return it.isHidden() ? page.say("funds.hidden") : String.valueOf(it.number());
  }

  private static String part(Page page, FundFigures.Part it) {
    return it.isHidden() ? page.say("funds.hidden") : it.number() + "/" + it.whole();
  }
}
