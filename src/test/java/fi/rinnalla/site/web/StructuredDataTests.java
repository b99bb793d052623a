package fi.rinnalla.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StructuredDataTests {

  @Test
  void noWordsOfAFeedEndTheScriptTheyStandIn() {
    String name = "Kahvila </script><script>alert(1)</script><!-- & \u2028";
    String written = StructuredData.forScript(new JsonMapper().writeValueAsString(name));

    assertThat(written).doesNotContain("<", ">", "&");
    assertThat(new JsonMapper().readValue(written, String.class)).isEqualTo(name);
  }
}
