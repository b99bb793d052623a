package fi.rinnalla.merging.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.merging.Field;
import fi.rinnalla.pages.Pages;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// What the page of a pair says of a field.
@HouseTest
class FieldWordsTests {
  private static final Field PRICE = new Field("price", List.of("price"));

  @Autowired FieldWords words;
  @Autowired Pages pages;

  @ParameterizedTest
  @CsvSource({"/fi, 0, Maksuton", "/sv, 0.00, Gratis", "/en, 0, Free", "/fi, 2.5, '2,50\u00a0€'"})
  void whatCostsNothingIsSaidAsFamiliesPagesSayIt(String path, String euros, String said) {
    var price = new JsonMapper().readTree("{\"amount\": {\"euros\": %s}}".formatted(euros));

    assertThat(words.of(pages.at(path, null), PRICE, List.of(price))).containsExactly(said);
  }
}
