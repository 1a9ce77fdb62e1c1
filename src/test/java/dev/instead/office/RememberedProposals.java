package dev.instead.office;

import dev.instead.desk.Proposals;
import dev.instead.people.Person;
import dev.instead.policy.Patch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Proposals in memory. */
public final class RememberedProposals implements Proposals {
  private static final Comparator<Kept> OLDEST_FIRST =
      Comparator.comparing(Kept::at).thenComparing(Kept::id);

  private final List<Kept> open = new ArrayList<>();
  private int last;

  @Override
  public synchronized Kept keep(Patch patch, Person by, Instant at) {
    return open.stream().filter(kept -> kept.patch().equals(patch)).findFirst().orElseGet(() -> {
      Kept kept = new Kept("p" + ++last, at, by, patch);
      open.add(kept);
      return kept;
    });
  }

  @Override
  public synchronized List<Kept> open(Optional<Kept> after, int limit) {
    return open.stream()
        .filter(kept -> after.isEmpty() || OLDEST_FIRST.compare(kept, after.get()) > 0)
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int openCount() {
    return open.size();
  }

  @Override
  public synchronized boolean settle(String id, State end, Optional<Person> by, Instant at) {
    return open.removeIf(kept -> kept.id().equals(id));
  }
}
