package fi.rinnalla.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Unpacks a zip that a stranger packed. What counts is what comes out, for an entry's own word on
/// its size is the stranger's too; names become flat file names, so that none climbs out of the
/// folder (zip slip), and zips inside are left packed.
final class Zip {
  private static final int CHUNK = 64 * 1024;

  private Zip() {}

  static void unpack(Path zip, Path folder, ExchangeSettings settings) throws IOException {
    Files.createDirectories(folder);
    long left = settings.mostUnpackedBytes();
    // Text packs to a twentieth or so; what swells a thousandfold is a bomb.
    long mostByRatio = Math.max(10_000_000L, Files.size(zip) * 200);
    left = Math.min(left, mostByRatio);
    int entries = 0;
    byte[] chunk = new byte[CHUNK];
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > settings.mostEntries()) {
          throw new FetchFault(
              new FetchNotice.SwellingZip(null),
              "the zip holds over %d files".formatted(settings.mostEntries()));
        }
        if (entry.isDirectory()) {
          continue;
        }
        try (OutputStream out =
            Files.newOutputStream(folder.resolve(fileName(entry.getName(), entries)))) {
          left -= copy(in, out, chunk, left);
        }
      }
    } catch (ZipException | IllegalArgumentException broken) {
      throw new FetchFault(
          new FetchNotice.BrokenZip(null), "the zip can't be unpacked: " + broken.getMessage());
    }
  }

  private static long copy(InputStream in, OutputStream out, byte[] chunk, long most)
      throws IOException {
    long copied = 0;
    for (int size = in.read(chunk); size >= 0; size = in.read(chunk)) {
      copied += size;
      if (copied > most) {
        throw new FetchFault(
            new FetchNotice.SwellingZip(null), "the zip swells to more than a feed may hold");
      }
      out.write(chunk, 0, size);
    }
    return copied;
  }

  private static String fileName(String name, int number) {
    String last = name.replace('\\', '/');
    last = last.substring(last.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}._-]", "_");
    boolean odd = last.isBlank() || last.startsWith(".") || last.length() > 100;
    return odd ? "entry-" + number : last;
  }
}
