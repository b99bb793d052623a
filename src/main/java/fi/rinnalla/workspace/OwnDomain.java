package fi.rinnalla.workspace;

import fi.rinnalla.directory.Organization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether somebody's address looks like the organization's own. It gives nobody anything: it only
/// says that a letter to the published address is worth sending.
final class OwnDomain {
  /// Where anybody may have an address.
  private static final Set<String> COMMON = common();

  private OwnDomain() {}

  static boolean isNear(String email, Organization organization) {
    String published = organization.email();
    if (published == null) {
      return false;
    }
    if (email.equalsIgnoreCase(published)) {
      return true;
    }
    String host = host(email);
    return !COMMON.contains(host)
        && (host.equals(host(published)) || host.equals(site(organization.website())));
  }

  private static String host(String email) {
    return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private static @Nullable String site(@Nullable String website) {
    try {
      String host = website == null ? null : URI.create(website).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static Set<String> common() {
    try (InputStream file =
        Objects.requireNonNull(OwnDomain.class.getResourceAsStream("/common-mail.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException cause) {
      throw new UncheckedIOException("the list of mail providers can't be read", cause);
    }
  }
}
