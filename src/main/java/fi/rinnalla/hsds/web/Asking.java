package fi.rinnalla.hsds.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.hsds.Catalogue;
import fi.rinnalla.hsds.Narrowing;
import fi.rinnalla.hsds.Snapshot;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.search.Finder;
import fi.rinnalla.vocabulary.ChangeMark;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.ServletWebRequest;

/// What every answer begins with: the parameters, the language, and what is there now.
@Component
class Asking {
  private final Catalogue catalogue;
  private final Calendar calendar;
  private final Finder finder;
  private final Areas areas;
  private final Clock clock;

  /// Another release may say the same records otherwise.
  private final String release = UUID.randomUUID().toString().substring(0, 8);

  Asking(Catalogue catalogue, Calendar calendar, Finder finder, Areas areas, Clock clock) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.finder = finder;
    this.areas = areas;
    this.clock = clock;
  }

  record Asked(Question question, Narrowing narrowing, Lang lang, Snapshot now) {}

  Asked asked(
      Endpoint endpoint, MultiValueMap<String, String> parameters, HttpServletRequest request) {
    Question question = new Question(parameters, endpoint.parameters(), areas);
    Lang lang = question.lang().orElseGet(() -> accepted(request));
    Narrowing narrowing = question.narrowing();
    if (endpoint.asksIndex() && narrowing.search() != null && !finder.isReady()) {
      throw new Problem.Refused(
          new Problem(HttpStatus.SERVICE_UNAVAILABLE, "hsds.problem.not_ready"));
    }
    return new Asked(question, narrowing, lang, catalogue.now());
  }

  /// Whether the client has this very answer already (RFC 9110 §13.1.2); if so, it has been told.
  /// Replies to words come from the index, which follows at a pace of its own.
  boolean isKnown(Asked asked, HttpServletRequest request, HttpServletResponse response) {
    if (asked.narrowing().search() != null) {
      return false;
    }
    String mark =
        String.join(
            "-",
            word(asked.now().mark()),
            word(calendar.lastChange()),
            Dates.day(clock.instant()).toString(),
            asked.lang().code(),
            release);
    return new ServletWebRequest(request, response).checkNotModified("W/\"" + mark + "\"");
  }

  static Lang accepted(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return header == null ? Lang.FI : Replies.accepted(header);
  }

  private static String word(ChangeMark mark) {
    return mark.tx() + "." + mark.seq();
  }
}
