package dev.instead.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An exception to "a case goes to its situation's team". The first rule that matches wins.
 *
 * @param situations, teams, severities, languages what it is limited to; empty: not limited. Teams are the situations' own
 * @param hours inside or outside of the working hours of the situation's own team; absent: either
 * @param why shown by {@code instead policy explain}
 */
public record RouteRule(
    String id,
    Set<SituationId> situations,
    Set<TeamId> teams,
    Set<Severity> severities,
    Set<Locale> languages,
    Optional<When> hours,
    TeamId to,
    Optional<Severity> severity,
    String why) {
  /** Relative to a team's working hours. */
  public enum When {
    INSIDE,
    OUTSIDE
  }

  public RouteRule {
    situations = Set.copyOf(situations);
    teams = Set.copyOf(teams);
    severities = Set.copyOf(severities);
    languages = Set.copyOf(languages);
  }

  /**
   * Whether this rule is for a case.
   *
   * @param open whether the situation's own team works now
   */
  public boolean matches(Situation situation, Locale language, boolean open) {
    return allows(situations, situation.id())
        && allows(teams, situation.team())
        && allows(severities, situation.severity())
        && allows(languages, Locale.forLanguageTag(language.getLanguage()))
        && hours.map(when -> (when == When.INSIDE) == open).orElse(true);
  }

  private static <T> boolean allows(Set<T> limitedTo, T value) {
    return limitedTo.isEmpty() || limitedTo.contains(value);
  }
}
