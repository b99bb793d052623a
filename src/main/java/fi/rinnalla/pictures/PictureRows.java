package fi.rinnalla.pictures;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `pictures.picture` and `pictures.rendition`.
@Component
class PictureRows {
  private static final String SELECT =
      """
      select p.*, p.alt::text as words, (
               select string_agg(width || 'x' || height, ' ' order by width)
                 from pictures.rendition where picture = p.id) as sizes
        from pictures.picture p
      """;

  private final JdbcClient jdbc;
  private final Json json;

  PictureRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Picture> find(Subject subject) {
    return where("p.subject = :key", subject.id());
  }

  Optional<Picture> find(PictureId id) {
    return where("p.id = :key", id.value());
  }

  /// Those that wait for a moderator, the longest first.
  List<Picture> awaiting() {
    return jdbc.sql(SELECT + "where p.awaiting order by p.changed_at, p.id")
        .query(this::picture)
        .list();
  }

  private Optional<Picture> where(String condition, Object key) {
    return jdbc.sql(SELECT + "where " + condition)
        .param("key", key)
        .query(this::picture)
        .optional();
  }

  /// Who put it there, or changed its words.
  UUID changedBy(PictureId id) {
    return jdbc.sql("select changed_by from pictures.picture where id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .single();
  }

  /// Lets it be seen.
  void letBeSeen(Subject subject, int version) {
    jdbc.sql(
            """
            update pictures.picture set awaiting = false, version = :version
             where subject = :subject
            """)
        .param("subject", subject.id())
        .param("version", version)
        .update();
  }

  /// Held until the end of the transaction, so that two who save at once stand in a line; answers
  /// with its version, 0 when there is none.
  int hold(Subject subject) {
    return jdbc.sql("select version from pictures.picture where subject = :subject for update")
        .param("subject", subject.id())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  Optional<byte[]> bytes(PictureId id, int width) {
    return jdbc.sql("select bytes from pictures.rendition where picture = :id and width = :width")
        .param("id", id.value())
        .param("width", width)
        .query(byte[].class)
        .optional();
  }

  /// False when somebody put another there meanwhile.
  boolean add(Picture picture, List<Rendition> renditions, Instant at, UUID by) {
    int added =
        jdbc.sql(
                """
                insert into pictures.picture
                  (id, kind, subject, organization, alt, awaiting, version, changed_at, changed_by)
                values (:id, :kind, :subject, :organization, :alt::jsonb, :awaiting, :version,
                        :at, :by)
                on conflict (subject) do nothing
                """)
            .param("id", picture.id().value())
            .param("kind", picture.subject().kind().code())
            .param("subject", picture.subject().id())
            .param("organization", picture.organization().value())
            .param("alt", json.write(picture.alt()))
            .param("awaiting", picture.awaiting())
            .param("version", picture.version())
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update();
    if (added == 0) {
      return false;
    }
    for (Rendition one : renditions) {
      jdbc.sql(
              """
              insert into pictures.rendition (picture, width, height, organization, bytes)
              values (:picture, :width, :height, :organization, :bytes)
              """)
          .param("picture", picture.id().value())
          .param("width", one.size().width())
          .param("height", one.size().height())
          .param("organization", picture.organization().value())
          .param("bytes", one.bytes())
          .update();
    }
    return true;
  }

  void describe(Subject subject, Text alt, int version, Instant at, UUID by) {
    jdbc.sql(
            """
            update pictures.picture
               set alt = :alt::jsonb, version = :version, changed_at = :at, changed_by = :by
             where subject = :subject
            """)
        .param("subject", subject.id())
        .param("alt", json.write(alt))
        .param("version", version)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  void remove(Subject subject) {
    jdbc.sql("delete from pictures.picture where subject = :subject")
        .param("subject", subject.id())
        .update();
  }

  List<Subject> subjects() {
    return jdbc.sql("select kind, subject from pictures.picture")
        .query((row, _) -> subject(row))
        .list();
  }

  private Picture picture(ResultSet row, int number) throws SQLException {
    return new Picture(
        new PictureId(row.getString("id")),
        subject(row),
        new OrganizationId(row.getObject("organization", UUID.class)),
        json.read(row.getString("words"), Text.class),
        Arrays.stream(row.getString("sizes").split(" ")).map(PictureRows::size).toList(),
        row.getBoolean("awaiting"),
        row.getInt("version"));
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        Subject.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("subject", UUID.class));
  }

  private static Picture.Size size(String written) {
    int by = written.indexOf('x');
    return new Picture.Size(
        Integer.parseInt(written.substring(0, by)), Integer.parseInt(written.substring(by + 1)));
  }
}
