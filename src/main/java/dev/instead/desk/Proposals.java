package dev.instead.desk;

import dev.instead.people.Person;
import dev.instead.policy.Patch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of proposals. Any method throws {@link StoreException} when it can't be used in time. */
public interface Proposals {
  /**
   * Keeps a proposal as open. The same patch is kept once, whoever proposes it, for as long as it is open.
   *
   * @return the proposal that is kept
   */
  Kept keep(Patch patch, Person by, Instant at);

  /** The oldest of those that were neither applied nor dropped, oldest first. */
  default List<Kept> open(int limit) {
    return open(Optional.empty(), limit);
  }

  /** The same, behind {@code after}: what is open is read a part at a time. */
  List<Kept> open(Optional<Kept> after, int limit);

  /** How many are open. */
  int openCount();

  /**
   * Ends an open proposal.
   *
   * @param by who decided it; nobody where the file came to say so
   * @return false when it isn't open any more
   */
  boolean settle(String id, State end, Optional<Person> by, Instant at);

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
