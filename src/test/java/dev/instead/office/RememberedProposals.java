package dev.instead.office;

import dev.instead.desk.Proposals;
import dev.instead.people.Person;
import dev.instead.policy.Patch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Proposals in memory. */
public final class RememberedProposals implements Proposals {
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
  public synchronized List<Kept> open(int limit) {
    return open.stream().sorted(Comparator.comparing(Kept::at)).limit(limit).toList();
  }

  @Override
  public synchronized boolean settle(String id, State end, Instant at) {
    return open.removeIf(kept -> kept.id().equals(id));
  }
}
