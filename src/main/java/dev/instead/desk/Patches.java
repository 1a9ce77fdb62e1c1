package dev.instead.desk;

import dev.instead.policy.EntryId;
import dev.instead.policy.Patch;
import dev.instead.policy.Proposal;
import java.util.List;

/** Turns proposals into patches of the policy file as it is now. Never changes the file. */
public interface Patches {
  Outcome propose(Proposal proposal);

  /** Whether the file already is as the patch wants it. False when that can't be seen. */
  boolean isApplied(Patch patch);

  /** What came of it. */
  sealed interface Outcome {
    /** The file with this patch is a valid policy, and says what was proposed. */
    record Offered(Patch patch) implements Outcome {}

    /** The file says so already. */
    record Already() implements Outcome {}

    /** The file has no such entry any more. */
    record Gone(EntryId about) implements Outcome {}

    /** It can't go: others refer to it. */
    record StillUsed(EntryId about, List<String> by) implements Outcome {
      public StillUsed {
        by = List.copyOf(by);
      }
    }

    /**
     * The file would not be a valid policy, or can't be read now.
     *
     * @param problems each says what is wrong and what to do, in whole sentences; never quotes what was proposed
     */
    record Refused(List<String> problems) implements Outcome {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }
}
