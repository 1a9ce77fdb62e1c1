package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.desk.Proposals;
import dev.instead.desk.ProposalsContract;
import dev.instead.office.Office;
import dev.instead.policy.Patch;
import dev.instead.policy.RuleId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnPostgres
class PostgresProposalsTest extends ProposalsContract {
  private Database database;
  private JdbiProposals proposals;

  @BeforeEach
  void open() {
    database = PostgresServer.shared().store();
    proposals = new JdbiProposals(database, UUID::randomUUID);
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

    assertEquals(List.of(kept), Look.proposals(PostgresServer.shared().address()));
    assertEquals(List.of(), Look.proposals(PostgresServer.shared().empty()));
  }

  @Test
  void one_is_dropped_from_outside_and_forgotten_later() {
    Patch patch = new Patch("policy.yaml", "retire", new RuleId("pay"), "2026-11", "- pay\n");
    Proposals.Kept kept = proposals.keep(patch, Office.OMAR, Office.OPENING);

    assertTrue(Look.drop(PostgresServer.shared().address(), kept.id(), Office.OPENING));
    assertEquals(List.of(), proposals.open(10));
    JdbiForgetting forgetting = new JdbiForgetting(database);
    assertEquals(1, forgetting.proposals(Office.OPENING.plusMillis(1), 10));
    assertEquals(0, forgetting.proposals(Office.OPENING.plusMillis(1), 10));
  }
}
