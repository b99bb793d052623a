package fi.rinnalla.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file as text. Feeds are UTF-8; what isn't comes from an old Windows program, nearly always.
final class Decoded {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int CHUNK = 64 * 1024;

  private Decoded() {}

  static Reader open(Path file, Sink sink) throws IOException {
    Charset charset = charset(file);
    if (charset.equals(WINDOWS)) {
      sink.notice(new FeedNotice.EncodingGuessed(file.getFileName().toString()));
    }
    if (mark(file) == null && looksLikeUtf16(file) != null) {
      sink.notice(new FeedNotice.EncodingWithoutMark(file.getFileName().toString()));
    }
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    skipMark(in);
    return new InputStreamReader(in, charset);
  }

  private static Charset charset(Path file) throws IOException {
    Charset said = mark(file);
    Charset wide = said == null ? looksLikeUtf16(file) : said;
    if (wide != null) {
      return wide;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static @Nullable Charset mark(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      if (start.length == 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
        return StandardCharsets.UTF_16LE;
      }
      if (start.length == 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return null;
  }

  /// Letters of ours have a zero in one of their two bytes, always on the same side.
  private static @Nullable Charset looksLikeUtf16(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(2000);
    }
    int[] zeros = {0, 0};
    for (int i = 0; i < start.length; i++) {
      zeros[i % 2] += start[i] == 0 ? 1 : 0;
    }
    int many = Math.max(4, start.length / 3);
    if (zeros[1] >= many && zeros[0] <= start.length / 50) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] >= many && zeros[1] <= start.length / 50 ? StandardCharsets.UTF_16BE : null;
  }

  private static void skipMark(BufferedInputStream in) throws IOException {
    in.mark(3);
    byte[] start = in.readNBytes(3);
    in.reset();
    if (start.length == 3
        && (start[0] & 0xFF) == 0xEF
        && (start[1] & 0xFF) == 0xBB
        && (start[2] & 0xFF) == 0xBF) {
      in.skipNBytes(3);
    } else if (start.length >= 2
        && ((start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE
            || (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF)) {
      in.skipNBytes(2);
    }
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    try (InputStream in = Files.newInputStream(file)) {
      for (int size = in.read(bytes.array(), bytes.position(), bytes.remaining());
          size >= 0;
          size = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
        bytes.limit(bytes.position() + size).position(0);
        CoderResult result = decoder.decode(bytes, chars, false);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
        chars.clear();
      }
    }
    bytes.flip();
    return !decoder.decode(bytes, chars, true).isError();
  }
}
