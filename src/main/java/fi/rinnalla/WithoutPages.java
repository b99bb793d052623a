package fi.rinnalla;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// Leaves the rooms' pages out of a house that only carries out a command: they want sessions, a
/// security chain and requests, and nobody opens a door to them.
final class WithoutPages extends TypeExcludeFilter {
  private static final String ROOMS = House.class.getPackageName() + ".";

  @Override
  public boolean match(MetadataReader reader, MetadataReaderFactory readers) {
    String name = reader.getClassMetadata().getClassName();
    return name.startsWith(ROOMS) && name.contains(".web.");
  }

  /// Spring keeps test contexts by their filters; all of these are alike.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WithoutPages;
  }

  @Override
  public int hashCode() {
    return WithoutPages.class.hashCode();
  }
}
