package fi.rinnalla.channels.web;

import fi.rinnalla.channels.ShareCard;
import fi.rinnalla.drawing.Drawings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/// Answers with what is drawn: not at all when the client has it already, and with a "later" when
/// too many are being drawn.
final class Drawn {
  private static final String KEPT = "public, max-age=900";
  private static final String LATER_SECONDS = "10";

  private Drawn() {}

  static ResponseEntity<byte[]> card(
      Drawings drawings, ShareCard card, ServletWebRequest request, HttpServletResponse response) {
    return answer(
        request,
        response,
        MediaType.IMAGE_PNG,
        "rinnalla.png",
        card.content(),
        () -> drawings.drawn(card.content(), card::drawn));
  }

  /// @param content a digest of all that is in the drawing
  static ResponseEntity<byte[]> answer(
      ServletWebRequest request,
      HttpServletResponse response,
      MediaType type,
      String file,
      String content,
      Supplier<Optional<byte[]>> drawing) {
    // The header stands already as every page has it, and is set anew, not added to.
    response.setHeader("Cache-Control", KEPT);
    if (request.checkNotModified("\"" + content + "\"")) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
    }
    byte[] drawn = drawing.get().orElse(null);
    if (drawn == null) {
      response.setHeader("Cache-Control", "no-store");
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header("Retry-After", LATER_SECONDS)
          .build();
    }
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Disposition", "inline; filename=\"" + file + "\"")
        .body(drawn);
  }
}
