package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class LinkedEventsTests {
  @Autowired LinkedEventsReader reader;
  @TempDir Path folder;

  private Basket read(String json) throws IOException {
    return readFrom(Files.writeString(folder.resolve("e.json"), json).toString());
  }

  private Basket readFrom(String location) throws IOException {
    Basket basket = new Basket();
    try (Feed feed =
        Feed.open(Source.byHand("le", Format.LINKEDEVENTS, "x"), location, Fetches.fetcher())) {
      reader.read(feed, basket);
    }
    return basket;
  }

  private static List<Event> events(Basket basket) {
    return basket.drafts.stream()
        .filter(draft -> draft instanceof Draft.OfEvent)
        .map(draft -> (Event) draft.record())
        .toList();
  }

  @Test
  void theTimesOfASeriesBecomeOneEvent() throws IOException {
    Basket basket =
        read(
            """
            {"meta": {"next": null}, "data": [
              {"id": "h:1", "name": {"fi": "Vauvakahvila"}, "super_event": {"@id": "https://x/v1/event/h:0/"},
               "start_time": "2026-12-01T08:00:00Z", "end_time": "2026-12-01T10:00:00Z"},
              {"id": "h:0", "name": {"fi": "Vauvakahvila", "en": "Baby café"}, "super_event_type": "recurring",
               "start_time": "2026-12-01T08:00:00Z", "end_time": "2026-12-15T10:00:00Z",
               "keywords": [{"id": "yso:1", "name": {"fi": "vauva"}}],
               "location": {"id": "tprek:1", "name": {"fi": "Kirjasto"}, "position": {"coordinates": [24.9, 60.2]}}},
              {"id": "h:2", "name": {"fi": "Vauvakahvila"}, "super_event": {"@id": "https://x/v1/event/h:0/"},
               "start_time": "2026-12-08T08:00:00Z", "end_time": "2026-12-08T10:00:00Z", "event_status": "EventCancelled"},
              {"id": "h:3", "name": {"fi": "Vauvakahvila"}, "super_event": {"@id": "https://x/v1/event/h:0/"},
               "start_time": "2026-12-15", "end_time": null, "deleted": true}]}
            """);

    Event series = events(basket).getFirst();
    assertThat(events(basket)).hasSize(1);
    assertThat(series.rule().start()).isEqualTo(LocalDateTime.of(2026, 12, 1, 10, 0));
    assertThat(series.rule().extra()).containsExactly(LocalDateTime.of(2026, 12, 8, 10, 0));
    assertThat(series.changes()).singleElement().matches(change -> change.cancelled());
    assertThat(series.terms()).extracting(Object::toString).contains("baby-life");
    assertThat(series.venue().location()).isNotNull();
    assertThat(basket.types()).containsExactly("NotPublished");
  }

  @Test
  void whatAnUmbrellaGathersStandsAloneAndTheUmbrellaIsLeftOut() throws IOException {
    Basket basket =
        read(
            """
            [{"id": "u", "name": {"fi": "Festivaali"}, "super_event_type": "umbrella", "start_time": "2026-12-01"},
             {"id": "a", "name": {"fi": "Konsertti"}, "super_event": {"@id": "https://x/event/u/"}, "start_time": "2026-12-02"}]
            """);
    assertThat(events(basket)).extracting(event -> event.title().fi()).containsExactly("Konsertti");
    assertThat(events(basket).getFirst().rule().allDay()).isTrue();
  }

  @Test
  void anEventNamedOnlyInAnotherLanguageIsShownAsItIs() throws IOException {
    Basket basket =
        read(
            "[{\"id\": \"a\", \"name\": {\"zz\": \"?\", \"ru\": \"Чай\"}, \"start_time\": \"2026-12-02\"}]");
    assertThat(events(basket).getFirst().title().fi()).isEqualTo("Чай");
    assertThat(basket.types()).containsExactly("InAnotherLanguage");
  }

  @Test
  void aNumberThatNoCountCouldBeStopsNothing() throws IOException {
    Basket basket =
        read(
            """
            {"meta": {"count": 1000000000000}, "data": [
              {"id": "a", "name": {"fi": "A"}, "start_time": "2026-12-02",
               "maximum_attendee_capacity": 1000000000000},
              {"id": "b", "name": {"fi": "B"}, "start_time": "2026-12-03"}]}
            """);

    assertThat(events(basket)).extracting(it -> it.title().fi()).containsExactly("A", "B");
    assertThat(events(basket).getFirst().registration().capacity()).isNull();
  }

  @Test
  void aFaultIsNamedByItsOwnFieldAndARecordByItsId() throws IOException {
    Basket basket =
        read(
            """
            [{"id": "a", "name": {"fi": "A"}, "start_time": "2026-12-02", "audience_min_age": 1e300,
              "info_url": {"fi": "javascript:alert(1)"}, "offers": [{"price": {"fi": "-5"}}]},
             {"id": "b", "something": 1}, 5]
            """);
    assertThat(basket.types())
        .containsExactlyInAnyOrder(
            "NotAWebAddress",
            "AgeOutOfRange",
            "PriceOutOfRange",
            "UnrecognisedRecord",
            "UnrecognisedRecord");
    assertThat(basket.notices).anyMatch(notice -> "info_url.fi".equals(notice.field()));
    assertThat(basket.notices).anyMatch(notice -> "b".equals(notice.record()));
  }

  @Test
  void anEventWithoutATimeIsToldAndADraftIsNotShown() throws IOException {
    Basket basket =
        read(
            """
            [{"id": "a", "name": {"fi": "A"}, "start_time": null},
             {"id": "b", "name": {"fi": "B"}, "start_time": "2026-12-02", "publication_status": "draft"}]
            """);
    assertThat(basket.drafts).isEmpty();
    assertThat(basket.types()).containsExactly("MissingRequiredField", "NotPublished");
  }

  @Test
  void thePagesOfAnAddressAreFollowed() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String here = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/event/",
        exchange -> {
          boolean first = exchange.getRequestURI().getQuery() == null;
          String next = first ? "\"" + here + "/event/?page=2\"" : "null";
          byte[] body =
              "{\"meta\":{\"next\":%s},\"data\":[{\"id\":\"e%s\",\"name\":{\"fi\":\"E\"},\"start_time\":\"2026-12-02\"}]}"
                  .formatted(next, first ? 1 : 2)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      assertThat(events(readFrom(here + "/event/"))).hasSize(2);
    } finally {
      server.stop(0);
    }
  }
}
