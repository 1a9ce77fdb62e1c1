package dev.instead.desk;

import dev.instead.report.Case;
import dev.instead.report.CaseNumber;
import dev.instead.report.NoteId;
import dev.instead.report.ReportId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Where numbers and ids come from. */
public final class Ids {
  /** 27⁴ is half a million; a company that fills them up gets longer numbers by itself. */
  private static final int SHORTEST = 4;

  private final RandomGenerator random;
  private final Supplier<UUID> uuids;

  /**
   * @param random unpredictable in production: a number must not tell the next one
   * @param uuids time-ordered ones keep the store's indexes compact
   */
  public Ids(RandomGenerator random, Supplier<UUID> uuids) {
    this.random = random;
    this.uuids = uuids;
  }

  /** A number that {@code cases} does not have yet; after each taken one it may be longer. */
  CaseNumber freshNumber(Case.Kind kind, Cases cases) {
    for (int tries = 0; ; tries++) {
      CaseNumber number = CaseNumber.random(kind, SHORTEST + tries / 2, random);
      Optional<Case> taken = cases.find(number);
      if (taken.isEmpty()) {
        return number;
      }
    }
  }

  ReportId report() {
    return new ReportId(uuids.get().toString());
  }

  NoteId note() {
    return new NoteId(uuids.get().toString());
  }
}
