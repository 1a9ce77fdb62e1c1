package dev.instead.desk;

import dev.instead.people.Person;
import dev.instead.policy.Patch;
import java.time.Instant;
import java.util.List;

/** The store of proposals. Any method throws {@link StoreException} when it can't be used in time. */
public interface Proposals {
  /**
   * Keeps a proposal as open. The same patch is kept once, whoever proposes it, for as long as it is open.
   *
   * @return the proposal that is kept
   */
  Kept keep(Patch patch, Person by, Instant at);

  /** Those that were neither applied nor dropped, oldest first. */
  List<Kept> open(int limit);

  /**
   * Ends an open proposal.
   *
   * @return false when it isn't open any more
   */
  boolean settle(String id, State end, Instant at);

  /** A proposal as it stands in the store. */
  record Kept(String id, Instant at, Person by, Patch patch) {}

  /** How far it got. */
  enum State {
    OPEN("open"),
    /** The policy file says so now. */
    APPLIED("applied"),
    /** Nobody wants it any more. */
    DROPPED("dropped");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** As it is stored. */
    public String code() {
      return code;
    }
  }
}
