package dev.instead.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged reaches the team, once, whatever dies in between: one node with a file. {@code target/chaos/report.md} tells what
 * happened, {@code docs/crash-laboratory.md} what this is.
 */
class CrashLaboratoryTest {
  private static final int ROUNDS = 2;

  /** Kept when something was wrong, with the database and the node's log. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void one_node_with_a_file_loses_nothing() {
    assertTimeoutPreemptively(Terms.LONGEST, this::oneNode);
  }

  private void oneNode() throws Exception {
    try (Company company = new Company(Terms.SEED);
        Site site = new OneFile(company, folder);
        Laboratory laboratory = new Laboratory(company, site, Terms.SEED, Terms.REPORTS)) {
      assertEquals(
          List.of(), laboratory.run(ROUNDS, Terms.until()).wrong(), "-Dseed=" + Terms.SEED);
    }
  }
}
