package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.Proposals;
import dev.instead.desk.ProposalsContract;
import dev.instead.office.Office;
import dev.instead.policy.Patch;
import dev.instead.policy.RuleId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteProposalsTest extends ProposalsContract {
  @TempDir
  private Path folder;

  private Database database;
  private JdbiProposals proposals;

  @BeforeEach
  void open() {
    database = Database.open(url());
    proposals = new JdbiProposals(database, UUID::randomUUID);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Proposals proposals() {
    return proposals;
  }

  @Test
  void they_can_be_looked_at_from_outside_while_the_bot_runs() {
    Proposals.Kept kept = proposals.keep(
        new Patch("policy.yaml", "retire", new RuleId("pay"), "2026-11", "- pay\n"),
        Office.OMAR,
        Office.OPENING);

    assertEquals(List.of(kept), Look.proposals(DatabaseAddress.of(url())));
    assertEquals(
        List.of(), Look.proposals(DatabaseAddress.of("jdbc:sqlite:" + folder.resolve("none.db"))));
  }

  @Test
  void who_dropped_one_in_chat_is_kept_and_who_did_from_outside_is_nobody() throws SQLException {
    Proposals.Kept one = proposals.keep(patch("one"), Office.DEWI, Office.OPENING);
    Proposals.Kept two = proposals.keep(patch("two"), Office.DEWI, Office.OPENING);
    proposals.settle(
        one.id(), Proposals.State.DROPPED, Optional.of(Office.OMAR), Office.OPENING.plusSeconds(9));

    assertTrue(Look.drop(DatabaseAddress.of(url()), two.id(), Office.OPENING));
    assertFalse(Look.drop(DatabaseAddress.of(url()), two.id(), Office.OPENING));
    assertEquals(List.of(), proposals.open(10));
    assertEquals(
        List.of(
            "dropped " + Office.OMAR.id() + " " + Office.OPENING.plusSeconds(9).toEpochMilli(),
            "dropped null " + Office.OPENING.toEpochMilli()),
        settled());
  }

  private List<String> settled() throws SQLException {
    try (Connection other = DriverManager.getConnection(url());
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT r.state || ' ' || coalesce(p.remote_id, 'null') || ' ' || r.settled_at"
                + " FROM proposal r LEFT JOIN person p ON p.id = r.settled_by ORDER BY r.about")) {
      List<String> settled = new ArrayList<>();
      while (row.next()) {
        settled.add(row.getString(1));
      }
      return settled;
    }
  }

  @Test
  void what_was_closed_is_forgotten_in_time_and_what_is_open_is_not() {
    Proposals.Kept old = proposals.keep(patch("old"), Office.DEWI, Office.OPENING);
    proposals.keep(patch("open"), Office.DEWI, Office.OPENING);
    proposals.settle(old.id(), Proposals.State.APPLIED, Optional.empty(), Office.OPENING);
    JdbiForgetting forgetting = new JdbiForgetting(database);

    assertEquals(0, forgetting.proposals(Office.OPENING, 10));
    assertEquals(1, forgetting.proposals(Office.OPENING.plusMillis(1), 10));
    assertEquals(1, proposals.openCount());
  }

  private static Patch patch(String about) {
    return new Patch("policy.yaml", "retire", new RuleId(about), "2026-11", "- " + about + "\n");
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("instead.db");
  }
}
