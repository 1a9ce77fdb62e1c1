package dev.instead.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Any bytes as a policy file: it is read, or refused with problems that name a line of it, soon. */
public final class PolicyAttack {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Duration SOON = Duration.ofSeconds(5);

  private PolicyAttack() {}

  public static void fuzzerTestOneInput(byte[] input) {
    long start = System.nanoTime();
    Reading reading = PolicyReader.read("policy.yaml", input, TODAY);
    if (tooLong(start)) { // unless its classes were loaded meanwhile
      long again = System.nanoTime();
      PolicyReader.read("policy.yaml", input, TODAY);
      assertFalse(tooLong(again), "took too long");
    }
    if (reading instanceof Reading.Refused refused) {
      assertFalse(refused.problems().isEmpty());
      check(refused.problems(), input);
    } else {
      check(((Reading.Valid) reading).warnings(), input);
    }
  }

  private static boolean tooLong(long start) {
    return System.nanoTime() - start > SOON.toNanos();
  }

  private static void check(List<Problem> problems, byte[] input) {
    int lines = 2; // a break at the end, or of another kind, begins one more
    for (byte b : input) {
      lines += b == '\n' || b == '\r' || b < 0 ? 1 : 0;
    }
    for (Problem problem : problems) {
      int line = problem.line();
      assertTrue(line >= 1 && line <= lines, () -> "no line " + line);
      assertFalse(problem.what().isBlank() || problem.remedy().isBlank());
      assertTrue(
          problem.toString().chars().noneMatch(Character::isISOControl),
          () -> "more than a line: " + problem);
    }
  }
}
