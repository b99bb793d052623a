package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.Text;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `referrals.option`.
@Component
class OptionRows {
  private static final String NOTE = "referrals.option.note";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Json json;

  OptionRows(JdbcClient jdbc, Vault vault, Json json) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.json = json;
  }

  /// @return whether it is new; the same thing is offered once
  boolean add(PersonId person, Option option) {
    OrganizationId organization = option.organization();
    return jdbc.sql(
                """
                insert into referrals.option
                  (id, help_case, person, kind, record, slug, title, organization, note, choice,
                   offered_at)
                values (:id, :case, :person, :kind, :record, :slug, :title::jsonb, :organization,
                        :note, :choice, :offered)
                on conflict (help_case, record) do nothing
                """)
            .param("id", option.id().value())
            .param("case", option.helpCase().value())
            .param("person", person.value())
            .param("kind", option.kind().code())
            .param("record", option.record())
            .param("slug", option.slug())
            .param("title", json.write(option.title()))
            .param("organization", organization == null ? null : organization.value(), Types.OTHER)
            .param("note", vault.key(person.value()).seal(NOTE, option.id().value(), option.note()))
            .param("choice", option.choice().code())
            .param("offered", Timestamp.from(option.offeredAt()))
            .update()
        == 1;
  }

  void choose(OptionId id, Option.Choice choice, Instant now) {
    jdbc.sql("update referrals.option set choice = :choice, chosen_at = :now where id = :id")
        .param("id", id.value())
        .param("choice", choice.code())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Option> find(HelpCase its, OptionId id) {
    return of(its).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /// In the order they were offered.
  List<Option> of(HelpCase its) {
    var key = vault.key(its.person().value());
    return jdbc.sql(
            "select * from referrals.option where help_case = :case order by offered_at, id")
        .param("case", its.id().value())
        .query((row, _) -> {
          UUID id = row.getObject("id", UUID.class);
          UUID organization = row.getObject("organization", UUID.class);
          return new Option(
              new OptionId(id),
              its.id(),
              Option.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
              row.getObject("record", UUID.class),
              row.getString("slug"),
              json.read(row.getString("title"), Text.class),
              organization == null ? null : new OrganizationId(organization),
              key.open(NOTE, id, row.getBytes("note")),
              Option.Choice.valueOf(row.getString("choice").toUpperCase(Locale.ROOT)),
              row.getTimestamp("offered_at").toInstant(),
              instant(row.getTimestamp("chosen_at")));
        })
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
