package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whoever runs services or events: HSDS `organization`.
public record Organization(
    OrganizationId id,
    OrganizationKind organizationKind,
    Text name,
    Text alternateName,
    Text description,
    @Nullable String email,
    @Nullable String website,
    @Nullable OrganizationId parent,
    @Nullable AreaCode area,
    List<Identifier> identifiers,
    List<Phone> phones,
    List<Contact> contacts,
    Verification verification)
    implements DirectoryRecord {

  public Organization {
    identifiers = List.copyOf(identifiers);
    phones = List.copyOf(phones);
    contacts = List.copyOf(contacts);
  }

  @Override
  public UUID uuid() {
    return id.value();
  }

  @Override
  public Text title() {
    return name;
  }

  /// An id of the organization elsewhere: HSDS `organization_identifier`.
  public record Identifier(String scheme, @Nullable String type, String identifier) {}
}
