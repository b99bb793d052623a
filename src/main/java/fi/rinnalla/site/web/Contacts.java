package fi.rinnalla.site.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to ask, when a page says that its words may be old: the thing's own telephone and address,
/// or else its organization's.
final class Contacts {
  private Contacts() {}

  static List<Phone> phones(List<Phone> own, @Nullable Listing<Organization> organization) {
    return own.isEmpty() && organization != null ? organization.record().phones() : own;
  }

  static @Nullable String email(
      @Nullable String own, @Nullable Listing<Organization> organization) {
    return own == null && organization != null ? organization.record().email() : own;
  }
}
