package dev.instead.trial;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Fixture;
import dev.instead.desk.Matcher;
import dev.instead.policy.Policy;
import dev.instead.store.StoredCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What putting one policy in the place of another would do.
 *
 * @param cases what was reported before and would go elsewhere now; absent where no cases were replayed
 * @param fixtures tests that come out otherwise, of {@code tests} that were run
 */
public record Difference(
    Policy before,
    Policy after,
    List<EntryChange> entries,
    Optional<CaseReplay> cases,
    int tests,
    List<Retold> fixtures,
    List<Moves.Move> moves) {
  public Difference {
    entries = List.copyOf(entries);
    fixtures = List.copyOf(fixtures);
    moves = List.copyOf(moves);
  }

  /** A test that comes out otherwise. */
  public record Retold(Fixture.Place place, Outcome before, Outcome after) {}

  /**
   * Compares.
   *
   * @param matcher ready for both
   * @param cases the store whose cases are replayed
   * @throws dev.instead.desk.StoreException when the store can't be read
   */
  public static Difference between(
      Policy before,
      Policy after,
      Matcher matcher,
      List<Fixture> tests,
      Optional<DatabaseAddress> cases) {
    Trial old = new Trial(before, matcher, after.zone());
    Trial now = new Trial(after, matcher);
    List<Retold> retold = new ArrayList<>();
    for (Fixture test : tests) {
      Outcome was = old.outcome(test);
      Outcome is = now.outcome(test);
      if (!was.equals(is)) {
        retold.add(new Retold(test.place(), was, is));
      }
    }
    Optional<CaseReplay> replay = cases.map(store -> {
      CaseReplay made = new CaseReplay(before, after, old, now);
      StoredCases.each(store, made::replay);
      return made;
    });
    return new Difference(
        before,
        after,
        EntryChanges.between(before, after),
        replay,
        tests.size(),
        retold,
        Moves.between(before, after, matcher));
  }

  /** Whether nothing at all would change. */
  public boolean isNone() {
    return entries.isEmpty()
        && fixtures.isEmpty()
        && moves.isEmpty()
        && cases.map(replay -> replay.changes() == 0).orElse(true);
  }
}
