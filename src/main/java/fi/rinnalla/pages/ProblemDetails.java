package fi.rinnalla.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a program's question isn't answered, in the one shape that all addresses under `/api` have
/// for it: RFC 9457.
///
/// @param title the status in words, which programmers know by heart
/// @param detail a sentence for the person who asked
/// @param parameter the one that is to blame
/// @param known what could be asked instead; empty when that isn't the matter
public record ProblemDetails(
    int status, String title, String detail, @Nullable String parameter, List<String> known) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public ProblemDetails {
    known = List.copyOf(known);
  }

  public ProblemDetails(int status, String title, String detail) {
    this(status, title, detail, null, List.of());
  }

  public Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    if (parameter != null) {
      body.put("parameter", parameter);
    }
    if (!known.isEmpty()) {
      body.put("known", known);
    }
    return body;
  }
}
