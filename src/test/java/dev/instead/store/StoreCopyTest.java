package dev.instead.store;

import static dev.instead.store.Samples.ANA;
import static dev.instead.store.Samples.BEN;
import static dev.instead.store.Samples.DEWI;
import static dev.instead.store.Samples.NOW;
import static dev.instead.store.Samples.NUMBER;
import static dev.instead.store.Samples.OTHER;
import static dev.instead.store.Samples.filing;
import static dev.instead.store.Samples.joining;
import static dev.instead.store.Samples.newCase;
import static dev.instead.store.Samples.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Wanted;
import dev.instead.people.EmailAddress;
import dev.instead.people.Platform;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment moves from a file to PostgreSQL with all that it has. */
@OnPostgres
class StoreCopyTest {
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String EVERYTHING_ELSE = """
      INSERT INTO answer_given (at, outcome, method, rules, example, shared, closeness, margin, probability, policy_version)
        VALUES (1, 'answer', 'meaning', 'pay', 'May I', 'may', 0.1, 1, 0.30000000000000004, '2026-11');
      INSERT INTO feedback (at, kind, entry, likeness, language, words, settled) VALUES (1, 'unclear', 'pay', '', 'id', '', 0);
      INSERT INTO timer (name, due) VALUES ('reviews', 1793520000123);
      INSERT INTO link_check (resource, url, at, found, deaths, died_at) VALUES ('repairs', 'https://x.example', 1, 'missing', 1, 2);
      INSERT INTO spot (platform, workspace, conversation, team, name, service, reachable) VALUES ('teams', 't', 'c', 'g', 'Kantor ✓', 's', 1);
      INSERT INTO acquaintance (person, remote_id, language, service, chat, reachable) VALUES (1, '29:x', NULL, 's', NULL, 0);
      INSERT INTO proposal (id, at, person, kind, about, file, policy_version, diff, state) VALUES ('p', 1, 1, 'retire', 'pay', 'f', 'v', '- a', 'open');
      INSERT INTO note (id, case_number, kind, person, report, text, at) VALUES ('n', 'S-7KQ2', 'question', 1, NULL, 'Which 🏪 "shop"?', 1);
      INSERT INTO delivery (key, answer, at) VALUES ('odd', 'a' || char(0) || 'b', 1);
      """;

  @TempDir
  Path folder;

  private DatabaseAddress from;
  private DatabaseAddress to;

  @BeforeEach
  void fill() throws SQLException {
    from = DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("instead.db"));
    to = PostgresServer.shared().fresh();
    try (Database file = Database.open(from)) {
      JdbiCases cases = new JdbiCases(file, CLOCK, () -> {});
      cases.save(filing(newCase(NUMBER, "example.com/1"), report(NUMBER, DEWI)));
      cases.join(joining(report(NUMBER, BEN)));
      cases.save(filing(newCase(OTHER, "example.com/2"), report(OTHER, ANA)));
      new JdbiAccounts(file, CLOCK, () -> {})
          .told(DEWI, Set.of(EmailAddress.of("dewi@meranti.example").orElseThrow()));
      file.writer()
          .write(
              sql -> sql.update("INSERT INTO same_person (person, other) VALUES (1, 2), (2, 1)"));
      for (String statement : EVERYTHING_ELSE.split(";\n", -1)) {
        if (!statement.isBlank()) {
          file.writer().write(sql -> sql.update(statement));
        }
      }
    }
  }

  @Test
  void every_row_of_every_table_is_there_and_the_bot_goes_on() {
    Map<String, Long> rows = StoreCopy.copy(from, to);

    assertEquals(new TreeSet<>(StoreCopy.TABLES), new TreeSet<>(rows.keySet()));
    rows.forEach((table, count) -> assertTrue(count > 0, table + " was empty: nothing is proved"));
    try (Database server = PostgresServer.open(to);
        Database file = Database.open(from)) {
      JdbiCases there = new JdbiCases(server, CLOCK, () -> {});
      JdbiCases here = new JdbiCases(file, CLOCK, () -> {});
      assertEquals(here.find(NUMBER), there.find(NUMBER));
      assertEquals(here.events(NUMBER), there.events(NUMBER));
      assertEquals(here.notes(NUMBER), there.notes(NUMBER));
      // New rows are numbered above the old ones.
      assertTrue(there.join(joining(report(NUMBER, Samples.person("U0NEW")))).isPresent());
      assertEquals(
          new JdbiQueue(file).backlog(NOW).waiting() + 1,
          new JdbiQueue(server).backlog(NOW).waiting());
    }
  }

  @Test
  void no_table_is_forgotten() throws SQLException {
    try (Connection connection = PostgresServer.connect(to);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('node', 'flyway_schema_history')")) {
      Set<String> tables = new TreeSet<>();
      while (row.next()) {
        tables.add(row.getString(1));
      }
      assertEquals(tables, new TreeSet<>(StoreCopy.TABLES));
    }
  }

  @Test
  void both_databases_have_the_same_columns() throws SQLException {
    try (Database file = Database.open(from);
        Connection server = PostgresServer.connect(to);
        Statement statement = server.createStatement()) {
      for (String table : StoreCopy.TABLES) {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getMetaData().getColumnName(i));
          }
        }
        columns.remove("lent_to");
        assertEquals(
            file.readers()
                .readHot(sql -> sql.list(
                    "SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table)),
            columns,
            table);
      }
    }
  }

  @Test
  void a_database_that_holds_anything_is_left_alone() {
    StoreCopy.copy(from, to);
    says("the database is not empty: table person", to);
  }

  @Test
  void nothing_is_copied_while_a_bot_uses_the_file() {
    try (Database bot = Database.open(from)) {
      says("another Instead is running on this database", to);
      assertTrue(bot.whyUnusable().isEmpty());
    }
    assertEquals(0, waiting());
  }

  @Test
  void nothing_is_copied_while_a_bot_runs_on_the_new_one() {
    try (Database bot = PostgresServer.open(to)) {
      says("a bot is running on this database", to);
      assertTrue(bot.whyUnusable().isEmpty());
    }
  }

  @Test
  void a_row_that_changed_on_the_way_keeps_everything_from_being_kept() throws SQLException {
    try (Connection server = PostgresServer.connect(to);
        Statement statement = server.createStatement()) {
      statement.execute("""
          CREATE FUNCTION garble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.text := NEW.text || ' '; RETURN NEW; END; $$;
          CREATE TRIGGER garbling BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION garble()
          """);
      try {
        says("table report is not what it was", to);
        assertEquals(0, waiting());
      } finally {
        statement.execute("DROP TRIGGER garbling ON report; DROP FUNCTION garble()");
      }
    }
  }

  @Test
  void what_was_being_sent_when_the_bot_died_is_due_again_in_doubt() {
    try (Database file = Database.open(from)) {
      new JdbiQueue(file)
          .take(NOW, Platform.SLACK, 100, Duration.ofDays(1), List.of(), MessageKind.LEAST_URGENT);
    }
    StoreCopy.copy(from, to);
    try (Database server = PostgresServer.open(to)) {
      assertTrue(new JdbiQueue(server)
          .take(NOW, Platform.SLACK, 100, Duration.ofMinutes(1), List.of(), 100).stream()
              .allMatch(due -> due.inDoubt()));
      new JdbiQueue(server).want(List.of(Wanted.home(ANA)), NOW);
    }
  }

  private int waiting() {
    try (Database server = PostgresServer.open(to)) {
      return new JdbiQueue(server).backlog(NOW).waiting();
    }
  }

  private void says(String words, DatabaseAddress target) {
    StoreException refused = assertThrows(StoreException.class, () -> StoreCopy.copy(from, target));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(words), message);
  }
}
