package fi.rinnalla.signin;

import fi.rinnalla.identity.PersonId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// Passkeys as rows. Spring's own table has no owner that row-level security could ask about.
@Component
class PasskeyRows implements UserCredentialRepository {
  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  static Bytes handle(PersonId person) {
    UUID id = person.value();
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  static PersonId person(Bytes handle) {
    ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
    if (bytes.remaining() != 16) {
      throw new IllegalArgumentException("no handle of ours");
    }
    return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  List<Passkey> of(PersonId person) {
    return jdbc.sql("select * from signin.passkey where person = :person order by added_at")
        .param("person", person.value())
        .query((row, _) -> {
          Timestamp used = row.getTimestamp("used_at");
          return new Passkey(
              row.getString("credential"),
              row.getString("label"),
              row.getTimestamp("added_at").toInstant(),
              used == null ? null : used.toInstant());
        })
        .list();
  }

  boolean remove(PersonId person, String id) {
    return jdbc.sql("delete from signin.passkey where credential = :id and person = :person")
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  void forget(PersonId person) {
    jdbc.sql("delete from signin.passkey where person = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public void delete(Bytes credential) {
    jdbc.sql("delete from signin.passkey where credential = :id")
        .param("id", credential.toBase64UrlString())
        .update();
  }

  /// Spring saves a new credential, and one that was used with its new count. Whose it is never
  /// changes by a save.
  @Override
  public void save(CredentialRecord record) {
    jdbc.sql(
            """
            insert into signin.passkey
              (credential, person, label, public_key, signature_count, verified_user,
               backup_eligible, backed_up, transports, attestation, attestation_data, added_at)
            values (:id, :person, :label, :key, :count, :verified, :eligible, :backedUp,
                    :transports, :attestation, :data, :now)
            on conflict (credential) do update
              set signature_count = :count, backed_up = :backedUp, verified_user = :verified,
                  used_at = :now
              where signin.passkey.person = :person
            """)
        .param("id", record.getCredentialId().toBase64UrlString())
        .param("person", person(record.getUserEntityUserId()).value())
        .param("label", record.getLabel())
        .param("key", record.getPublicKey().getBytes())
        .param("count", record.getSignatureCount())
        .param("verified", record.isUvInitialized())
        .param("eligible", record.isBackupEligible())
        .param("backedUp", record.isBackupState())
        .param(
            "transports",
            record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .collect(Collectors.joining(",")))
        .param("attestation", bytes(record.getAttestationObject()))
        .param("data", bytes(record.getAttestationClientDataJSON()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return jdbc.sql("select * from signin.passkey where credential = :id")
        .param("id", credential.toBase64UrlString())
        .query(PasskeyRows::record)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return jdbc.sql("select * from signin.passkey where person = :person")
        .param("person", person(handle).value())
        .query(PasskeyRows::record)
        .list();
  }

  private static CredentialRecord record(ResultSet row, int number) throws SQLException {
    String transports = row.getString("transports");
    byte[] attestation = row.getBytes("attestation");
    byte[] data = row.getBytes("attestation_data");
    var record =
        ImmutableCredentialRecord.builder()
            .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
            .credentialId(Bytes.fromBase64(row.getString("credential")))
            .userEntityUserId(handle(new PersonId(row.getObject("person", UUID.class))))
            .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
            .signatureCount(row.getLong("signature_count"))
            .uvInitialized(row.getBoolean("verified_user"))
            .backupEligible(row.getBoolean("backup_eligible"))
            .backupState(row.getBoolean("backed_up"))
            .transports(
                Arrays.stream(transports.split(","))
                    .filter(it -> !it.isEmpty())
                    .map(AuthenticatorTransport::valueOf)
                    .collect(Collectors.toSet()))
            .created(row.getTimestamp("added_at").toInstant())
            .label(row.getString("label"));
    if (attestation != null && data != null) {
      record.attestationObject(new Bytes(attestation)).attestationClientDataJSON(new Bytes(data));
    }
    return record.build();
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }
}
