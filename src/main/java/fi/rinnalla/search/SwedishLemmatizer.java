package fi.rinnalla.search;

import java.util.List;

/// Swedish: our own list divides compounds (*familjekafé*), Lucene's light stem takes the rest.
///
/// Written for the Swedish of Finland, whose words for services are not always those of Sweden:
/// *rådgivning*, *eftis*, *dagvård*.
final class SwedishLemmatizer implements Lemmatizer {

  private final Lexicon lexicon = Lexicon.swedish();

  @Override
  public String nameAndVersion() {
    return "lexicon-sv 1";
  }

  @Override
  public List<Reading> known(String word) {
    return lexicon.read(word);
  }

  @Override
  public Reading guessed(String word) {
    return Reading.of(LightStem.SWEDISH.of(word));
  }
}
