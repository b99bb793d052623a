package fi.rinnalla.channels.web;

import fi.rinnalla.pages.Page;
import fi.rinnalla.search.Card;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is told of a hit away from our own pages.
final class Hits {
  private Hits() {}

  static String path(Page page, Card card) {
    return page.to(card.key().kind().route(), card.slug());
  }

  /// `Kirjasto, Torikatu 6, Hyvinkää`; the name alone when it is one of several places.
  static String where(Page page, Card card) {
    String place = page.words(card.place());
    if (card.placeCount() > 1) {
      return page.say("card.places", place, card.placeCount() - 1);
    }
    if (place.isEmpty() && card.address().isEmpty()) {
      return card.online() ? page.say("card.online") : "";
    }
    return Stream.of(place, page.words(card.address()))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
