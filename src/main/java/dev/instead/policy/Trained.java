package dev.instead.policy;

import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Who counts as a trained speaker.
 *
 * @param members the people and groups, whether or not their training has ended
 * @param until the last day of a person's training, where it has one, by platform and id; it holds in spite of any group
 */
public record Trained(Members members, Map<Platform, Map<String, LocalDate>> until) {
  public static final Trained NOBODY = of(Members.NOBODY);

  public Trained {
    until = InOrder.copyOf(until);
  }

  /** Trained once and for all. */
  public static Trained of(Members members) {
    return new Trained(members, Map.of());
  }

  /** The last day of the person's own training, where it has one. */
  public Optional<LocalDate> until(Person person) {
    return Optional.ofNullable(until.getOrDefault(person.platform(), Map.of()).get(person.id()));
  }

  /** Whether the person was trained once, and isn't on {@code today}. */
  public boolean endedFor(Person person, LocalDate today) {
    return until(person).filter(today::isAfter).isPresent();
  }
}
