package fi.rinnalla.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// What an address asks for, also one that was typed by hand.
@HouseTest
class AskedTests {
  @Autowired Areas areas;
  @Autowired Classification classification;

  @ParameterizedTest
  @CsvSource({
    "lat=999&lon=25, lat",
    "lat=60.63, lat",
    "lon=24.86, lon",
    "where=Atlantis, where",
    "lang=xx, lang",
    "theme=nope, theme",
    "free=maybe, free",
    "acc=wings, acc",
    "age=old, age",
  })
  void whatIsNotUnderstoodIsToldAndNarrowsNothing(String query, String parameter) {
    Asked asked = asked(query);

    assertThat(asked.problems()).extracting(Asked.Problem::parameter).containsExactly(parameter);
    assertThat(asked.narrows()).isFalse();
    assertThat(asked.queryString()).isEmpty();
    assertThat(asked.query()).isEqualTo(Query.all(GivenClock.NOW));
  }

  @Test
  void theRestIsStillSearchedAndALinkTakesOutOneValue() {
    Asked asked = asked("lang=xx&lang=sv&theme=nope&theme=crisis&free=1&age=2&page=3");

    assertThat(asked.query().languages()).containsExactly("sv");
    assertThat(asked.query().themes()).containsExactly("crisis");
    assertThat(asked.without("lang", "sv")).isEqualTo("?age=2&free=1&theme=crisis");
  }

  private Asked asked(String query) {
    MultiValueMap<String, String> parameters =
        new LinkedMultiValueMap<>(
            UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams());
    return Asked.of(parameters, areas, classification, GivenClock.NOW);
  }
}
