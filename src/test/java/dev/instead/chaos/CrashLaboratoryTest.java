package dev.instead.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.store.OnPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged reaches the team, once, whatever dies in between. {@code -Dminutes=} runs for longer, {@code -Dseed=} repeats a plan;
 * {@code target/chaos} tells what happened. See {@code docs/crash-laboratory.md}.
 */
@Timeout(value = 24, unit = TimeUnit.HOURS)
class CrashLaboratoryTest {
  private static final long SEED = Long.getLong("seed", 20_261_122);
  private static final int MINUTES = Integer.getInteger("minutes", 0);

  /** Kept when something was wrong, with the database and the nodes' logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void one_node_with_a_file_loses_nothing() throws Exception {
    try (Company company = new Company(SEED);
        Site site = new OneFile(company, folder);
        Laboratory laboratory = new Laboratory(company, site, SEED)) {
      assertEquals(List.of(), laboratory.run(6, half()).wrong(), "-Dseed=" + SEED);
    }
  }

  @Nested
  @OnPostgres
  class With_several_nodes {
    @Test
    void two_nodes_with_one_database_lose_nothing() throws Exception {
      try (Company company = new Company(SEED);
          Site site = new TwoNodes(company, folder);
          Laboratory laboratory = new Laboratory(company, site, SEED)) {
        assertEquals(List.of(), laboratory.run(4, half()).wrong(), "-Dseed=" + SEED);
      }
    }
  }

  private static Instant half() {
    return Instant.now().plus(Duration.ofSeconds(MINUTES * 30L));
  }
}
