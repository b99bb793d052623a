package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Reads the organization of an address.
@Component
class OrganizationIds implements Converter<String, OrganizationId> {
  @Override
  public OrganizationId convert(String written) {
    return new OrganizationId(UUID.fromString(written));
  }
}
