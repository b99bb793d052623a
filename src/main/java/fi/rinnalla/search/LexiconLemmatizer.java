package fi.rinnalla.search;

import java.util.List;

/// Finnish on a machine without Voikko: our own lexicon of family life, and a light stem for the
/// rest.
///
/// It knows far fewer words than Voikko, but the ones parents search with; a fresh clone therefore
/// finds *lastenneuvola* for *lapsi* without anything being installed.
final class LexiconLemmatizer implements Lemmatizer {

  /// Raise when lexicon_fi.txt or the reading of it changes: an index built with another is
  /// rebuilt.
  static final String VERSION = "lexicon-fi 1";

  private final Lexicon lexicon = Lexicon.finnish();

  @Override
  public String nameAndVersion() {
    return VERSION;
  }

  @Override
  public List<Reading> known(String word) {
    return lexicon.read(word);
  }

  @Override
  public Reading guessed(String word) {
    return Reading.of(LightStem.FINNISH.of(word));
  }
}
