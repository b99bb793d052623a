package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Turns texts and queries into words with their readings: the same way on both sides, which is
/// what makes them meet.
///
/// A text is in a known language. A query is not: a parent writes "barn" or "familjekafé" on a
/// Finnish page, so a query word is read in all three languages and its readings are joined.
final class WordAnalysis {

  private static final Pattern CASE_AFTER_COLON =
      Pattern.compile("(?<=\\p{L}):\\p{Ll}{1,5}(?!\\p{L})");
  private static final Pattern ODD_APOSTROPHE = Pattern.compile("[’‘´`]");

  /// A number this short is an age or an hour, and would meet every page; longer ones (112, 116111)
  /// are asked for as they are.
  private static final int SHORTEST_NUMBER = 3;

  /// One language: who reads its words, and which of them are passed over.
  private record Reader(Lemmatizer lemmatizer, Set<String> stopWords) {

    Reader(Lemmatizer lemmatizer, String stopWords) {
      this(new CachedLemmatizer(lemmatizer), Set.copyOf(Lines.wordsOf(stopWords)));
    }
  }

  private final Reader finnish;
  private final Reader swedish = new Reader(new SwedishLemmatizer(), "stop_sv.txt");
  private final Reader english = new Reader(new EnglishLemmatizer(), "stop_en.txt");

  private WordAnalysis(Lemmatizer finnish) {
    this.finnish = new Reader(finnish, "stop_fi.txt");
  }

  /// With Voikko where it is installed, with our own lexicon where it is not.
  static WordAnalysis best() {
    return with(VoikkoLemmatizer.find().orElseGet(LexiconLemmatizer::new));
  }

  static WordAnalysis with(Lemmatizer finnish) {
    return new WordAnalysis(finnish);
  }

  /// To be kept with the index; another value means the index must be built anew.
  String nameAndVersion() {
    return "words 2; "
        + all().stream()
            .map(reader -> reader.lemmatizer().nameAndVersion())
            .collect(Collectors.joining("; "));
  }

  /// The ways to understand a word that a list of the language has. English has none to speak of;
  /// what is guessed of it are real words.
  List<Reading> known(String word, Lang language) {
    Lemmatizer lemmatizer = of(language).lemmatizer();
    return language == Lang.EN ? lemmatizer.read(word) : lemmatizer.known(word);
  }

  boolean isStopWord(String word, Lang language) {
    return of(language).stopWords().contains(word);
  }

  private List<Reader> all() {
    return List.of(finnish, swedish, english);
  }

  private Reader of(Lang language) {
    return switch (language) {
      case FI -> finnish;
      case SV -> swedish;
      case EN -> english;
    };
  }

  List<Token> text(String text, Lang language) {
    return tokens(text, List.of(of(language)));
  }

  /// A query in a language we do not know: the readings of each word in all three. A stop word of
  /// any language is dropped, which is why the lists leave out what weighs something in another
  /// (*ero*, *uni*, sv *far* and *mor*, en *men*).
  List<Token> query(String query) {
    return tokens(query, all());
  }

  private static List<Token> tokens(String text, List<Reader> readers) {
    List<Token> tokens = new ArrayList<>();
    for (String word : split(text)) {
      boolean stopWord = readers.stream().anyMatch(reader -> reader.stopWords().contains(word));
      if (!isSmallNumber(word) && !stopWord) {
        tokens.add(new Token(word, readings(word, readers)));
      }
    }
    return tokens;
  }

  private static List<Reading> readings(String word, List<Reader> readers) {
    if (Character.isDigit(word.charAt(0))) {
      return List.of(Reading.of(word));
    }
    Set<Reading> readings = new LinkedHashSet<>();
    readers.forEach(reader -> readings.addAll(reader.lemmatizer().read(word)));
    return List.copyOf(readings);
  }

  private static boolean isSmallNumber(String word) {
    return word.length() < SHORTEST_NUMBER && word.chars().allMatch(Character::isDigit);
  }

  private static List<String> split(String text) {
    // Some keyboards write ä as an a and two dots; to the lists that would be another letter.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    plain = ODD_APOSTROPHE.matcher(plain).replaceAll("'");
    plain = CASE_AFTER_COLON.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    try (var tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(new StringReader(plain));
      var term = tokenizer.addAttribute(CharTermAttribute.class);
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        words.add(term.toString());
      }
      tokenizer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
