package fi.rinnalla.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/// The house works as the role `rinnalla_app`, which owns no table: PostgreSQL lets an owner past
/// row-level security, and this role must never be let past. Migrations alone run as the owner.
///
/// A table whose comment begins with "append-only" is given to the role for reading and adding, not
/// for changing or emptying.
@Configuration(proxyBeanMethods = false)
class DatabaseRole {
  static final String NAME = "rinnalla_app";

  /// Two installations on one server may make the role at the same moment.
  private static final String MAKE =
      """
      do $$ begin
        if not exists (select from pg_roles where rolname = 'rinnalla_app') then
          create role rinnalla_app nologin;
        end if;
        execute format('grant rinnalla_app to %I', current_user);
      exception when duplicate_object or unique_violation then null;
      end $$
      """;

  /// The statements that give it what it may do in a schema.
  private static final String GIFTS =
      """
      select format('grant usage on schema %1$I to rinnalla_app', :schema)
      union all
      select format('grant usage on all sequences in schema %1$I to rinnalla_app', :schema)
      union all
      select format(
               case when obj_description(oid, 'pg_class') like 'append-only%'
                    then 'revoke update, delete, truncate on %1$I.%2$I from rinnalla_app'
                    else 'grant update, delete on %1$I.%2$I to rinnalla_app' end,
               :schema, relname)
        from pg_class where relnamespace = :schema::regnamespace and relkind in ('r', 'p')
      union all
      select format('grant select, insert on %1$I.%2$I to rinnalla_app', :schema, relname)
        from pg_class where relnamespace = :schema::regnamespace and relkind in ('r', 'p', 'v')
      """;

  /// Not a candidate anywhere else: all other work is done as the role.
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource ownersDataSource(JdbcConnectionDetails details) throws SQLException {
    DataSource owner =
        new SimpleDriverDataSource(
            new org.postgresql.Driver(),
            details.getJdbcUrl(),
            String.valueOf(details.getUsername()),
            String.valueOf(details.getPassword()));
    try (Connection connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(MAKE);
    } catch (SQLException cause) {
      throw new CannotStart(
          "The role " + NAME + " can't be made in the database: " + cause.getMessage(),
          "Make it once as a superuser: create role rinnalla_app nologin; grant rinnalla_app to"
              + " the user of RINNALLA_DB_USER.",
          cause);
    }
    return owner;
  }

  /// The pool takes the role with each new connection, so the role must be there before it.
  @Bean
  static BeanFactoryPostProcessor poolAfterRole() {
    return beans -> beans.getBeanDefinition("dataSource").setDependsOn("ownersDataSource");
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new ViewerTransactions(dataSource);
  }

  /// Gives the role what it may do in a room's schema; called after the room's migrations.
  static void give(DataSource owner, String schema) {
    JdbcClient jdbc = JdbcClient.create(owner);
    for (String gift : jdbc.sql(GIFTS).param("schema", schema).query(String.class).list()) {
      jdbc.sql(Objects.requireNonNull(gift)).update();
    }
  }
}
