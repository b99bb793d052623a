package fi.rinnalla.hsds.web;

import fi.rinnalla.hsds.Thing;
import fi.rinnalla.pages.ProblemDetails;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes answers: one thing, a page of things, or all of them line by line. However long a list
/// is, no more than a batch of it is in memory.
@Component
class Replies {
  private static final int BATCH = 200;

  private final JsonMapper mapper =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  void one(HttpServletResponse response, Lang lang, Thing thing) throws IOException {
    json(response, lang, thing.in(lang));
  }

  void json(HttpServletResponse response, Lang lang, Object body) throws IOException {
    begin(response, lang, "application/json");
    response.getOutputStream().write(mapper.writeValueAsBytes(body));
  }

  void problem(HttpServletResponse response, Lang lang, ProblemDetails problem) throws IOException {
    response.setStatus(problem.status());
    begin(response, lang, ProblemDetails.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(mapper.writeValueAsBytes(problem.body()));
  }

  /// @param read makes the things of some ids, in their order; what has just gone is missing
  <T> void list(
      HttpServletResponse response,
      Lang lang,
      Question question,
      int perPage,
      List<T> ids,
      Function<List<T>, List<Thing>> read)
      throws IOException {
    if (question.isStream()) {
      begin(response, lang, "application/x-ndjson");
      OutputStream out = response.getOutputStream();
      for (int from = 0; from < ids.size(); from += BATCH) {
        for (Thing thing : read.apply(ids.subList(from, Math.min(from + BATCH, ids.size())))) {
          out.write(mapper.writeValueAsBytes(thing.in(lang)));
          out.write('\n');
        }
        out.flush();
      }
      return;
    }
    int page = question.page();
    int first = (int) Math.min((long) (page - 1) * perPage, ids.size());
    List<T> here = ids.subList(first, (int) Math.min((long) first + perPage, ids.size()));
    begin(response, lang, "application/json");
    if (here.size() > Question.MOST_PER_PAGE) {
      // Everything on one page, and what it tells of each is at hand: nothing can go missing.
      write(response, header(ids.size(), perPage, page, here.size()), here, lang, read);
    } else {
      List<Thing> things = read.apply(here);
      write(response, header(ids.size(), perPage, page, things.size()), things, lang, it -> it);
    }
  }

  private <T> void write(
      HttpServletResponse response,
      Map<String, Object> header,
      List<T> contents,
      Lang lang,
      Function<List<T>, List<Thing>> read)
      throws IOException {
    try (JsonGenerator json = mapper.createGenerator(response.getOutputStream())) {
      json.writeStartObject();
      header.forEach(json::writePOJOProperty);
      json.writeArrayPropertyStart("contents");
      for (int from = 0; from < contents.size(); from += BATCH) {
        List<T> batch = contents.subList(from, Math.min(from + BATCH, contents.size()));
        read.apply(batch).forEach(thing -> json.writePOJO(thing.in(lang)));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static Map<String, Object> header(int total, int perPage, int page, int size) {
    int pages = (total + perPage - 1) / perPage;
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("total_items", total);
    header.put("total_pages", pages);
    header.put("page_number", page);
    header.put("size", size);
    header.put("first_page", page == 1);
    header.put("last_page", page >= pages);
    header.put("empty", size == 0);
    return header;
  }

  private static void begin(HttpServletResponse response, Lang lang, String type) {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Language", lang.code());
    response.addHeader("Vary", "Accept-Language");
    // Data for any page anywhere; nothing here knows who asks.
    response.setHeader("Access-Control-Allow-Origin", "*");
  }

  /// The language of an answer when none is named: the first of those that the client would like
  /// best (RFC 9110 §12.5.4), or Finnish.
  static Lang accepted(String header) {
    try {
      List<Locale.LanguageRange> ranges = new ArrayList<>(Locale.LanguageRange.parse(header));
      return ranges.stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> Lang.find(range.getRange().split("-", 2)[0]).stream())
          .findFirst()
          .orElse(Lang.FI);
    } catch (IllegalArgumentException malformed) {
      return Lang.FI;
    }
  }
}
