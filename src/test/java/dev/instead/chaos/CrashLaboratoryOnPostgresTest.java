package dev.instead.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.store.OnPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The same with two nodes on one PostgreSQL, which is stopped, or cut off from one of them. */
@OnPostgres
@Timeout(value = 24, unit = TimeUnit.HOURS)
class CrashLaboratoryOnPostgresTest {
  private static final int ROUNDS = 3;

  /** Kept when something was wrong, with the nodes' logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void two_nodes_with_one_database_lose_nothing() throws Exception {
    try (Company company = new Company(Terms.SEED);
        Site site = new TwoNodes(company, folder);
        Laboratory laboratory = new Laboratory(company, site, Terms.SEED)) {
      assertEquals(
          List.of(), laboratory.run(ROUNDS, Terms.until()).wrong(), "-Dseed=" + Terms.SEED);
    }
  }
}
