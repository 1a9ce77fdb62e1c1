package dev.instead.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.instead.store.OnPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The same with two nodes on one PostgreSQL, which is stopped, or cut off from one of them. */
@OnPostgres
class CrashLaboratoryOnPostgresTest {
  private static final int ROUNDS = 1;

  /** Kept when something was wrong, with the nodes' logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void two_nodes_with_one_database_lose_nothing() {
    assertTimeoutPreemptively(Terms.LONGEST, this::twoNodes);
  }

  private void twoNodes() throws Exception {
    try (Company company = new Company(Terms.SEED);
        Site site = new TwoNodes(company, folder);
        Laboratory laboratory = new Laboratory(company, site, Terms.SEED, Terms.REPORTS)) {
      assertEquals(
          List.of(), laboratory.run(ROUNDS, Terms.until()).wrong(), "-Dseed=" + Terms.SEED);
    }
  }
}
