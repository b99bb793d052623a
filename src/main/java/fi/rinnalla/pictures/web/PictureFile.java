package fi.rinnalla.pictures.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pictures.PictureId;
import fi.rinnalla.pictures.Pictures;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pictures themselves.
@Controller
class PictureFile {
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})-([0-9]{1,4})\\.(jpg|png)");

  /// By content, so it never changes; but by one browser only, since what stands between could show
  /// it after it was taken away.
  private static final String KEPT = "private, max-age=31536000, immutable";

  private final Pictures pictures;

  PictureFile(Pictures pictures) {
    this.pictures = pictures;
  }

  @Needs(action = Action.READ, record = RecordType.PICTURE)
  @GetMapping("/pictures/{name}")
  ResponseEntity<byte[]> show(
      Caller caller, @PathVariable String name, HttpServletResponse response) {
    Matcher read = NAME.matcher(name);
    if (!read.matches()) {
      throw new NoSuchRecord(RecordType.PICTURE);
    }
    Pictures.File file =
        pictures.file(caller, new PictureId(read.group(1)), Integer.parseInt(read.group(2)));
    if (file.png() != read.group(3).equals("png")) {
      throw new NoSuchRecord(RecordType.PICTURE);
    }
    // These stand already as every page has them, and are set anew, not added to.
    response.setHeader("Cache-Control", file.inSight() ? KEPT : "no-store");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    return ResponseEntity.ok()
        .contentType(file.png() ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
        .body(file.bytes());
  }
}
