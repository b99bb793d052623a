package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the traits of records of one kind. What many of them share tells none of them apart: the
/// words of chains, a switchboard's number, an address in a social medium.
final class TraitsMaker {
  private static final int MOST_NAMES = 4;
  private static final int MOST_WORDS_OF_PROSE = 80;
  private static final int SHORTEST_WORD_OF_PROSE = 4;
  private static final int SHORTEST_NUMBER = 6;
  private static final int SHARED_BY_TOO_MANY = 8;

  private final Words words;
  private final Rarity names;
  private final Rarity organizers;
  private final Rarity venues;
  private final Map<String, Integer> sharing = new HashMap<>();

  TraitsMaker(Words words, Collection<Told> all) {
    this.words = words;
    this.names = rarity(all, Told::names);
    this.organizers = rarity(all, Told::organizers);
    this.venues = rarity(all, Told::venues);
    for (Told told : all) {
      phones(told).distinct().forEach(it -> sharing.merge(it, 1, Integer::sum));
      web(told).distinct().forEach(it -> sharing.merge(it, 1, Integer::sum));
    }
  }

  private Rarity rarity(Collection<Told> all, Function<Told, List<Text>> texts) {
    return new Rarity(
        all.stream()
            .flatMap(told -> inWords(texts.apply(told)))
            .map(it -> it.stream().map(Word::base).toList())
            .toList());
  }

  Traits of(Told told) {
    List<String> organizerWords =
        inWords(told.organizers()).flatMap(List::stream).map(Word::base).distinct().toList();
    String town = words.town(told.town());
    List<String> elsewhere = new ArrayList<>(organizerWords);
    if (town != null) {
      elsewhere.add(town);
    }
    List<String> townOnly = town == null ? List.of() : List.of(town);
    return new Traits(
        told,
        named(told.names(), names, elsewhere),
        named(told.organizers(), organizers, townOnly),
        named(told.venues(), venues, townOnly),
        spoken(told.streets()).flatMap(it -> Street.of(it).stream()).distinct().toList(),
        hashes(told.identifiers().stream().map(it -> it.system() + ":" + it.value())),
        hashes(told.identifiers().stream().map(Identifier::system)),
        hashes(phones(told).filter(this::tellsApart)),
        hashes(web(told).filter(this::tellsApart)),
        hashes(
            inWords(told.prose())
                .flatMap(List::stream)
                .map(Word::base)
                .filter(it -> it.length() >= SHORTEST_WORD_OF_PROSE)
                .limit(MOST_WORDS_OF_PROSE)));
  }

  private Names named(List<Text> texts, Rarity rarity, List<String> elsewhere) {
    return new Names(
        inWords(texts)
            .filter(it -> !it.isEmpty())
            .distinct()
            .limit(MOST_NAMES)
            .map(it -> Name.of(it, words, rarity, elsewhere))
            .toList());
  }

  private boolean tellsApart(String value) {
    return sharing.getOrDefault(value, 0) <= SHARED_BY_TOO_MANY;
  }

  private Stream<List<Word>> inWords(List<Text> texts) {
    return texts.stream()
        .flatMap(text ->
            Stream.of(Lang.values())
                .flatMap(
                    lang -> Stream.ofNullable(text.in(lang)).map(said -> words.of(said, lang))));
  }

  private static Stream<String> spoken(List<Text> texts) {
    return texts.stream()
        .flatMap(
            text -> Stream.of(Lang.values()).flatMap(lang -> Stream.ofNullable(text.in(lang))));
  }

  private static Stream<String> phones(Told told) {
    return told.phones().stream()
        .map(it -> it.strip().replaceFirst("^(\\+|00)358\\s*(\\(0\\))?", "0"))
        .map(it -> it.replaceAll("\\D", ""))
        .filter(it -> it.length() >= SHORTEST_NUMBER);
  }

  private static Stream<String> web(Told told) {
    return told.addressesOnWeb().stream()
        .flatMap(it -> Optional.ofNullable(page(told.kind(), it)).stream());
  }

  /// An organization is known by its host; anything else by a page of its own, for the front page
  /// is everybody's.
  private static @Nullable String page(Kind kind, String address) {
    try {
      URI uri = URI.create(address.strip());
      String host = uri.getHost();
      if (host == null) {
        return null;
      }
      String bare = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
      String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("/+$", "");
      if (kind == Kind.ORGANIZATION) {
        return bare;
      }
      String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
      return path.isEmpty() && query.isEmpty() ? null : bare + path + query;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static long[] hashes(Stream<String> values) {
    return values.mapToLong(Blocks::hash).distinct().sorted().toArray();
  }
}
