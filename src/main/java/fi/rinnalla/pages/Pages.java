package fi.rinnalla.pages;

import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes the [Page] of an address; the language is the first step of its path.
@Component
public class Pages {
  private final Messages messages;
  private final Assets assets;
  private final Clock clock;
  private final StreetTiles tiles;
  private final boolean demo;

  Pages(
      Messages messages,
      Assets assets,
      Clock clock,
      StreetTiles tiles,
      @Value("${rinnalla.demo:true}") boolean demo) {
    this.messages = messages;
    this.assets = assets;
    this.clock = clock;
    this.tiles = tiles;
    this.demo = demo;
  }

  public Page at(String path, @Nullable String queryString) {
    return at(path, queryString, () -> "", List.of());
  }

  /// @param csrf makes what the page's forms send along
  /// @param doors what the header leads to beside what is everybody's
  public Page at(
      String path, @Nullable String queryString, Supplier<String> csrf, List<Route> doors) {
    return new Page(
        langOf(path), path, queryString, messages, assets, clock, csrf, tiles, demo, doors);
  }

  /// A page that is no part of the tree of languages: it is told its language, and its query tells
  /// nothing else.
  ///
  /// @param csrf makes what the page's forms send along
  public Page outside(String path, Lang lang, Supplier<String> csrf) {
    return new Page(lang, path, null, messages, assets, clock, csrf, tiles, demo, List.of())
        .is(other -> path + "?lang=" + other.code());
  }

  /// Whether the first step of the path is a language.
  public static boolean isInTree(String path) {
    return path.length() >= 3
        && Lang.find(path.substring(1, 3)).isPresent()
        && (path.length() == 3 || path.charAt(3) == '/');
  }

  public static Lang langOf(String path) {
    return path.length() >= 3 ? Lang.find(path.substring(1, 3)).orElse(Lang.FI) : Lang.FI;
  }
}
