package fi.rinnalla.visits;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where an organization is written to: those who keep its page, or else its own address in the
/// directory; and what the link of a letter ends in.
@Component
class PartnerPost {
  /// 128 bits, as one would want of any key.
  private static final int TOKEN_BYTES = 16;

  private final Directory directory;
  private final People people;
  private final HouseWork house;
  private final SecureRandom random = new SecureRandom();

  PartnerPost(Directory directory, People people, HouseWork house) {
    this.directory = directory;
    this.people = people;
    this.house = house;
  }

  boolean reaches(UUID organization) {
    return !house.step(() -> addresses(organization)).isEmpty();
  }

  Map<EmailAddress, Lang> addresses(UUID organization) {
    Map<EmailAddress, Lang> addresses = new LinkedHashMap<>();
    people
        .keepers(organization)
        .forEach(it ->
            EmailAddress.find(String.valueOf(it.email()))
                .ifPresent(to -> addresses.put(to, it.lang())));
    if (addresses.isEmpty()) {
      directory
          .find(new OrganizationId(organization))
          .flatMap(it -> EmailAddress.find(String.valueOf(it.record().email())))
          .ifPresent(to -> addresses.put(to, Lang.FI));
    }
    return addresses;
  }

  /// In small letters, as all our addresses are.
  String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
