package fi.rinnalla.search.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.pages.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Says in words what narrows a search, piece by piece.
@Component
@NamedInterface("asked")
public class Chips {
  private final Classification classification;

  Chips(Classification classification) {
    this.classification = classification;
  }

  /// @param parameter what of the address it comes from
  /// @param without the query string of the same search without this
  public record Chip(String parameter, String words, String without) {}

  public List<Chip> of(Page page, Asked asked) {
    List<Chip> chips = new ArrayList<>();
    if (!asked.words().isEmpty()) {
      chips.add(
          new Chip(
              "q", page.say("search.quoted", asked.words()), asked.without("q", asked.words())));
    }
    Area area = asked.area();
    if (!asked.first("lat").isEmpty()) {
      chips.add(
          new Chip("lat", page.say("search.near_me"), asked.without("lat", asked.first("lat"))));
    } else if (!asked.first("area").isEmpty() && area != null) {
      chips.add(
          new Chip("area", page.words(area.name()), asked.without("area", asked.first("area"))));
    } else if (!asked.first("where").isEmpty()) {
      chips.add(new Chip("where", asked.where(), asked.without("where", asked.where())));
    }
    if (!asked.when().isEmpty()) {
      String when = "when." + asked.when();
      chips.add(
          new Chip(
              "when",
              page.say(page.has(when) ? when : "when.chosen"),
              asked.without("when", asked.when())));
    }
    if (!asked.first("age").isEmpty()) {
      String age = "age.option." + asked.first("age");
      chips.add(
          new Chip(
              "age",
              page.has(age) ? page.say(age) : page.say("age.years", asked.first("age")),
              asked.without("age", asked.first("age"))));
    }
    if (asked.query().free()) {
      chips.add(new Chip("free", page.say("card.free"), asked.without("free", "1")));
    }
    for (String kind : asked.all("kind")) {
      chips.add(new Chip("kind", page.say("kinds." + kind), asked.without("kind", kind)));
    }
    for (String feature : asked.all("acc")) {
      chips.add(new Chip("acc", page.say("feature." + feature), asked.without("acc", feature)));
    }
    for (String theme : asked.all("theme")) {
      chips.add(new Chip("theme", theme(page, theme), asked.without("theme", theme)));
    }
    for (String language : asked.all("lang")) {
      String name = "language." + language;
      chips.add(
          new Chip(
              "lang", page.has(name) ? page.say(name) : language, asked.without("lang", language)));
    }
    for (String of : asked.all("of")) {
      chips.add(new Chip("of", page.say("search.only_of"), asked.without("of", of)));
    }
    return chips;
  }

  private String theme(Page page, String code) {
    return classification.find(new TermCode(code)).map(Term::name).map(page::words).orElse(code);
  }
}
