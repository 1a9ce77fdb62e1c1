package dev.instead.bench;

import dev.instead.config.DatabaseAddress;
import dev.instead.store.Database;
import dev.instead.store.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A store that looks as if the bot had run for years: cases that ended and were told to everybody, one of fifty still open, a person for every
 * ten. It is filled by the database itself, because a million reports one by one would take hours.
 */
final class FilledStore {
  /** People of the past have their numbers from here on; who comes later gets higher ones on SQLite and lower ones on PostgreSQL. */
  private static final long PEOPLE_FROM = 1_000_000_000L;

  private static final String LAST_OF_THEM =
      "INSERT INTO person (id, platform, workspace, remote_id, name) VALUES (2000000000, 'slack', 'T0ACME', 'U0LAST', 'Last')";

  private static final int CASES_PER_PERSON = 10;

  // Numbers as the bot would accept them: none of the characters 0 and 1.
  private static final String NUMBER =
      "('S-' || replace(replace(CAST(1000000 + n.i AS TEXT), '0', 'B'), '1', 'C'))";
  private static final String REPORT =
      "('00000000-0000-7000-8000-' || substr(CAST(1000000000000 + n.i AS TEXT), 2))";
  private static final String OPENED = "(1700000000000 + n.i * 1000)";

  private static final String PEOPLE = """
      INSERT INTO person (id, platform, workspace, remote_id, name)
      SELECT %1$d + n.i, 'slack', 'T0ACME', 'U' || n.i, 'Dewi Lestari' FROM %2$s
      """;

  private static final String CASES = """
      INSERT INTO cases (number, kind, situation, team, severity, stage, stage_by, stage_at, outcome, outcome_text, link_url, link_key,
        restricted, language, reports, opened_at, due_at, policy_version, turn, version)
      SELECT %1$s, 'report', 'refund', 'social-care', 'normal', CASE WHEN n.i %% 50 = 0 THEN 'open' ELSE 'resolved' END,
        CASE WHEN n.i %% 50 = 0 THEN NULL ELSE %2$d END, CASE WHEN n.i %% 50 = 0 THEN NULL ELSE %3$s + 900000 END,
        CASE WHEN n.i %% 50 = 0 THEN NULL ELSE 'answered' END, CASE WHEN n.i %% 50 = 0 THEN NULL ELSE 'We answered it.' END,
        'https://social.example/p/' || n.i || '?utm_source=x', 'social.example/p/' || n.i, 0, 'en', 1, %3$s, %3$s + 1800000, '2026-11', 2, 3
      FROM %4$s
      """;

  private static final String REPORTS = """
      INSERT INTO report (id, case_number, person, text, language, at, joined, withdrawn)
      SELECT %1$s, %2$s, %3$s, 'The customer says that the workshop kept the deposit and that nobody answers', 'en', %4$s, 0, 0 FROM %5$s
      """;

  private static final String EVENTS = """
      INSERT INTO event (case_number, at, person, kind, detail)
      SELECT %1$s, %2$s, %3$s, '%4$s', '%5$s' FROM %6$s
      """;

  private static final String MESSAGES = """
      INSERT INTO message (id, case_number, kind, subject, platform, workspace, conversation, person, report, detail, urgency, danger, wanted,
        wanted_at, delivered, remote_conversation, remote_id, state, due_at, attempts, in_doubt, error)
      SELECT '%1$s' || n.i, %2$s, '%1$s', %3$s, %4$s, %5$s, '', %6$d, 0, 3, %7$s, 3, 'C0SOCIAL', '%1$s' || n.i, 'due', %7$s, 0, 0, ''
      FROM %8$s
      """;

  final String name;
  final DatabaseAddress address;
  private int cases;

  private FilledStore(String name, DatabaseAddress address) throws SQLException {
    this.name = name;
    this.address = address;
    Database.open(address).close();
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(LAST_OF_THEM);
    }
  }

  static FilledStore inFile(Path folder) throws SQLException {
    return new FilledStore(
        "SQLite", DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("instead.db")));
  }

  static FilledStore onPostgres() throws SQLException {
    return new FilledStore("PostgreSQL", PostgresServer.shared().empty());
  }

  int people() {
    return cases / CASES_PER_PERSON;
  }

  /** Adds cases of the past until there are so many. */
  void fillTo(int wanted) throws SQLException {
    int from = cases;
    int peopleFrom = people();
    cases = wanted;
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      for (String hurry : hurry()) {
        sql.execute(hurry);
      }
      connection.setAutoCommit(false);
      sql.execute(PEOPLE.formatted(PEOPLE_FROM, rows(peopleFrom, people())));
      for (String fill : pastBetween(rows(from, wanted))) {
        sql.execute(fill);
      }
      connection.commit();
      connection.setAutoCommit(true);
      sql.execute(address.isPostgres() ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private List<String> pastBetween(String rows) {
    String person = "(%d + (CAST(n.i AS BIGINT) * 7919) %% %d)".formatted(PEOPLE_FROM, people());
    String detail = "{\"situation\":\"refund\",\"team\":\"social-care\",\"severity\":\"normal\"}";
    return List.of(
        CASES.formatted(NUMBER, PEOPLE_FROM, OPENED, rows),
        REPORTS.formatted(REPORT, NUMBER, person, OPENED, rows),
        EVENTS.formatted(NUMBER, OPENED, person, "opened", detail, rows),
        EVENTS.formatted(NUMBER, OPENED + " + 60000", PEOPLE_FROM, "claimed", "{}", rows),
        EVENTS.formatted(
            NUMBER,
            OPENED + " + 900000",
            PEOPLE_FROM,
            "resolved",
            "{\"outcome\":\"answered\"}",
            rows),
        messages("team_card", "'C0SOCIAL'", "'slack', 'T0ACME', 'C0SOCIAL', NULL", "NULL", 1, rows),
        messages("receipt", REPORT, "NULL, NULL, NULL, " + person, REPORT, 5, rows),
        messages("picked_up", "'2'", "NULL, NULL, NULL, " + person, REPORT, 4, rows),
        messages("outcome", "'3'", "NULL, NULL, NULL, " + person, REPORT, 2, rows));
  }

  private static String messages(
      String kind, String subject, String to, String report, int urgency, String rows) {
    return MESSAGES.formatted(
        kind, NUMBER, subject, to, report, urgency, OPENED + " + 900000", rows);
  }

  /** Past the point where a power cut would matter. */
  private List<String> hurry() {
    return address.isPostgres()
        ? List.of(
            "SET session_replication_role = replica",
            "SET synchronous_commit = off",
            "SET maintenance_work_mem = '256MB'")
        : List.of(
            "PRAGMA synchronous = OFF",
            "PRAGMA cache_size = -200000",
            "PRAGMA journal_mode = TRUNCATE");
  }

  private String rows(int from, int to) {
    return address.isPostgres()
        ? "generate_series(%d, %d) AS n(i)".formatted(from, to - 1)
        : "(WITH RECURSIVE c(i) AS (SELECT %d UNION ALL SELECT i + 1 FROM c WHERE i < %d) SELECT i FROM c) AS n"
            .formatted(from, to - 1);
  }

  /** Megabytes on the disk. */
  double megabytes() throws IOException, SQLException {
    return (address.isPostgres() ? bytesOnPostgres() : Files.size(file())) / 1e6;
  }

  private Path file() {
    return Path.of(address.url().substring("jdbc:sqlite:".length()));
  }

  private long bytesOnPostgres() throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet size = sql.executeQuery("SELECT pg_database_size(current_database())")) {
      size.next();
      return size.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    return address.isPostgres()
        ? PostgresServer.connect(address)
        : DriverManager.getConnection(address.url());
  }
}
