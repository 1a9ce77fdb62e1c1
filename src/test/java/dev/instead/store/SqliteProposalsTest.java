package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.config.DatabaseAddress;
import dev.instead.desk.Proposals;
import dev.instead.desk.ProposalsContract;
import dev.instead.office.Office;
import dev.instead.policy.Patch;
import dev.instead.policy.RuleId;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteProposalsTest extends ProposalsContract {
  @TempDir
  private Path folder;

  private Database database;
  private Proposals proposals;

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

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("instead.db");
  }
}
