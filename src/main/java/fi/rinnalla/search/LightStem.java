package fi.rinnalla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Lucene's stemmers for one word at a time; what a word is read as when no list knows it.
///
/// Lucene keeps the stemmers themselves private, so each word passes through a filter of its own:
/// some microseconds, and only for words not in the cache.
enum LightStem {
  FINNISH,
  SWEDISH,
  ENGLISH;

  String of(String word) {
    try (TokenStream stream = filter(new OneWord(word))) {
      var term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() && !term.isEmpty() ? term.toString() : word;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TokenStream filter(TokenStream word) {
    return switch (this) {
      case FINNISH -> new FinnishLightStemFilter(word);
      case SWEDISH -> new SwedishLightStemFilter(word);
      case ENGLISH -> new KStemFilter(word);
    };
  }

  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final String word;
    private boolean given;

    OneWord(String word) {
      this.word = word;
    }

    @Override
    public boolean incrementToken() {
      if (given) {
        return false;
      }
      clearAttributes();
      term.append(word);
      given = true;
      return true;
    }
  }
}
