package fi.rinnalla.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlainTextTests {

  @Test
  void controlCharactersAreDroppedHoweverTheyAreAskedFor() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addParameter("q", "kah\u0000vi\u0007la\u202e");
    MockFilterChain chain = new MockFilterChain();

    new PlainText().doFilter(request, new MockHttpServletResponse(), chain);

    var seen = Objects.requireNonNull(chain.getRequest());
    assertThat(seen.getParameter("q")).isEqualTo("kahvila");
    assertThat(seen.getParameterValues("q")).containsExactly("kahvila");
    assertThat(seen.getParameterMap().get("q")).containsExactly("kahvila");
    assertThat(seen.getParameter("none")).isNull();
  }

  @Test
  void linesTabsAndEveryWritingStay() {
    String words = "Tervetuloa!\r\n\tמשפחה · عائلة · 👶";
    assertThat(PlainText.plain(words)).isEqualTo(words);
  }
}
