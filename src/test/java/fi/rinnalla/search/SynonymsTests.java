package fi.rinnalla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTests {

  private static final WordAnalysis ANALYSIS = WordAnalysis.with(new LexiconLemmatizer());
  private static final Synonyms SYNONYMS = Synonyms.load(ANALYSIS);

  /// A family's own words, and a word of the services they should bring.
  @ParameterizedTest
  @CsvSource({
    "yksinäinen, perhekahvila",
    "apua yksinäiselle äidille, vertaistuki",
    "olen ihan yksin, kohtaamispaikka",
    "ei ole ystäviä, perhekahvila",
    "vauva itkee koko ajan, neuvola",
    "itkevälle vauvalle apua, koliikki",
    "en saa nukuttua, unikoulu",
    "vauva ei nuku öisin, unikoulu",
    "ero, eroneuvonta",
    "eroamassa miehestä, lastenvalvoja",
    "riitelemme jatkuvasti, pariterapia",
    "rahat ei riitä ruokaan, toimeentulotuki",
    "ei jaksa, kotipalvelu",
    "olen uupunut, perhetyö",
    "masentaa vauvan kanssa, synnytysmasennus",
    "huudan lapselle, vanhemmuuden tuki",
    "mies lyö, turvakoti",
    "mies juo liikaa, päihdeneuvonta",
    "muutimme uuteen kaupunkiin, asukastalo",
    "en puhu suomea, kielikahvila",
    "isälle tekemistä, isäryhmä",
    "yksinhuoltajalle, tukihenkilö",
    "kaksosille, monikkoperhe",
    "keskosen äiti, vertaistuki",
    "adhd lapsi, neuropsykiatrinen",
    "imetys sattuu, imetystuki",
    "ruoka loppu, ruoka-apu",
    "sadepäivän tekemistä, kirjasto",
    "ilmaista tekemistä, maksuton",
    "talvivaatteita lapselle, vaatelainaamo",
    "uhmaikäinen, kasvatusneuvonta",
    "koulukiusaaminen kiusataan, koulukuraattori",
    "mummo, varamummo",
    "olen raskaana, äitiysneuvola",
    "keskenmenon jälkeen, sururyhmä",
    "poika pelaa koko ajan, pelihaitta",
    "lapsenvahti, lastenhoito",
    "ensam, familjekafé",
    "jag är så ensam, öppen förskola",
    "ont om pengar, utkomststöd",
    "bebisen gråter, rådgivning",
    "orkar inte mer, hemservice",
    "skilsmässa, familjerådgivning",
    "mannen slår mig, skyddshem",
    "vi har tvillingar, monikkoperhe",
    "barnkläder, loppis",
    "I feel so lonely, perhekahvila",
    "my baby can't sleep, unikoulu",
    "we have no money, food aid",
    "husband hits me, shelter",
    "new in town, family café",
    "I don't speak Finnish, interpreter",
    "single mum, peer support",
    "rainy day with a toddler, library",
    "twins, monikkoperhe"
  })
  void ownWordsBringTheWordsOfTheServices(String query, String service) {
    assertThat(brought(query)).contains(service);
  }

  @ParameterizedTest
  @CsvSource({
    "perhekahvila, turvakoti",
    "muskari, kriisipuhelin",
    "vauvauinti, koliikki",
    "leikkipuisto, päihdeneuvonta",
    "synttärit, toimeentulotuki",
    "ompelukerho, unikoulu",
    "baby, perhekahvila",
    "children, babysitter",
    "family, uusperhe",
    "lapsi, turvakoti"
  })
  void plainWordsBringNothingHeavy(String query, String service) {
    assertThat(brought(query)).doesNotContain(service);
  }

  @Test
  void theRulesAnswerWithVoikkoAsTheyDoWithOurLexicon() {
    VoikkoLemmatizer.find()
        .ifPresent(voikko -> {
          var analysis = WordAnalysis.with(voikko);
          var synonyms = Synonyms.load(analysis);
          for (String query :
              List.of("itkevä vauva", "uupuneelle äidille", "erosin", "yksinäiselle", "velat")) {
            assertThat(synonyms.expansions(analysis.query(query))).as(query).isNotEmpty();
          }
        });
  }

  @Test
  void ofSeveralWordsAllMustBeSaid() {
    var synonyms = Synonyms.from(List.of("vauva itkee => neuvola"), ANALYSIS);
    assertThat(synonyms.expansions(ANALYSIS.query("vauva"))).isEmpty();
    assertThat(synonyms.expansions(ANALYSIS.query("itkevä vauva"))).hasSize(1);
  }

  @Test
  void whatIsBroughtWeighsLessThanWhatWasWritten() {
    assertThat(SYNONYMS.expansions(ANALYSIS.query("yksin")))
        .isNotEmpty()
        .allSatisfy(expansion -> assertThat(expansion.weight()).isLessThan(0.5));
  }

  @Test
  void whatIsWrittenAlreadyIsNotBroughtAgain() {
    assertThat(brought("yksinäinen perhekahvila")).doesNotContain("perhekahvila");
    assertThat(brought("yksin yksinäinen")).doesNotHaveDuplicates();
  }

  @Test
  void aGroupMustStandAboveTheRuleThatNamesIt() {
    assertThatThrownBy(() -> Synonyms.from(List.of("ero => @nowhere"), ANALYSIS))
        .hasMessageContaining("@nowhere");
    assertThatThrownBy(() -> Synonyms.from(List.of("ero neuvola"), ANALYSIS))
        .hasMessageContaining("ero neuvola");
  }

  private static List<String> brought(String query) {
    return SYNONYMS.expansions(ANALYSIS.query(query)).stream()
        .map(expansion ->
            expansion.words().stream().map(Token::surface).collect(Collectors.joining(" ")))
        .map(words -> words.equals("ruoka apu") ? "ruoka-apu" : words)
        .toList();
  }
}
