package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `workspace.invitation`.
@Component
class InvitationRows {
  private final JdbcClient jdbc;

  InvitationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Invitation> of(OrganizationId organization, Instant now) {
    return jdbc.sql(
            """
            select * from workspace.invitation
             where organization = :organization and expires_at > :now order by invited_at, id
            """)
        .param("organization", organization.value())
        .param("now", Timestamp.from(now))
        .query(InvitationRows::invitation)
        .list();
  }

  List<Invitation> to(String email, Instant now) {
    return jdbc.sql(
            """
            select * from workspace.invitation
             where email = :email and expires_at > :now order by invited_at, id
            """)
        .param("email", email)
        .param("now", Timestamp.from(now))
        .query(InvitationRows::invitation)
        .list();
  }

  void forgetLapsed(Instant now) {
    jdbc.sql("delete from workspace.invitation where expires_at <= :now")
        .param("now", Timestamp.from(now))
        .update();
  }

  /// False when the address is invited there already.
  boolean add(Invitation one) {
    return jdbc.sql(
                """
                insert into workspace.invitation
                  (id, organization, email, role, invited_by, invited_at, expires_at)
                values (:id, :organization, :email, :role, :by, :at, :until)
                on conflict do nothing
                """)
            .param("id", one.id())
            .param("organization", one.organization().value())
            .param("email", one.email())
            .param("role", one.role().name())
            .param("by", one.invitedBy().value())
            .param("at", Timestamp.from(one.invitedAt()))
            .param("until", Timestamp.from(one.expiresAt()))
            .update()
        == 1;
  }

  /// Takes an invitation away; of those who answer or withdraw it at once, one has it.
  Optional<Invitation> take(UUID id, Instant now) {
    return jdbc.sql(
            "delete from workspace.invitation where id = :id and expires_at > :now returning *")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(InvitationRows::invitation)
        .optional();
  }

  /// As [#take], for the one whose address was invited.
  Optional<Invitation> take(UUID id, String email, Instant now) {
    return jdbc.sql(
            """
            delete from workspace.invitation
             where id = :id and email = :email and expires_at > :now returning *
            """)
        .param("id", id)
        .param("email", email)
        .param("now", Timestamp.from(now))
        .query(InvitationRows::invitation)
        .optional();
  }

  void forgetBy(PersonId inviter) {
    jdbc.sql("delete from workspace.invitation where invited_by = :by")
        .param("by", inviter.value())
        .update();
  }

  void forgetBy(PersonId inviter, OrganizationId organization) {
    jdbc.sql(
            """
            delete from workspace.invitation
             where invited_by = :by and organization = :organization
            """)
        .param("by", inviter.value())
        .param("organization", organization.value())
        .update();
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        new PersonId(row.getObject("invited_by", UUID.class)),
        row.getTimestamp("invited_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
