package dev.instead.policy;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a case goes, and why.
 *
 * @param due when somebody should have taken it; absent where nothing is due
 * @param opens when the team is back, when it is not working now
 * @param rule the rule of the policy that decided; absent: the situation's own team
 */
public record Route(
    Team team,
    Severity severity,
    Optional<Instant> due,
    Optional<Instant> opens,
    Optional<RouteRule> rule) {
  /** The policy's decision for a situation met by a reporter who reads {@code language}, at {@code now}. */
  public static Route decide(Policy policy, Situation situation, Locale language, Instant now) {
    Team own = policy.team(situation.team());
    boolean open = own.hours().map(hours -> hours.open(now)).orElse(true);
    Optional<RouteRule> rule = policy.routes().stream()
        .filter(candidate -> candidate.matches(situation, language, open))
        .findFirst();
    Team team = rule.map(found -> policy.team(found.to())).orElse(own);
    Severity severity = rule.flatMap(RouteRule::severity).orElse(situation.severity());
    return to(team, severity, situation, now, rule);
  }

  /** The route to a team that somebody chose: only the due time is the policy's. */
  public static Route to(
      Team team, Severity severity, Situation situation, Instant now, Optional<RouteRule> rule) {
    // Urgent cases run round the clock: nobody waits for office hours when life or law is at stake.
    Optional<Hours> hours = severity == Severity.URGENT ? Optional.empty() : team.hours();
    Optional<Instant> due = situation
        .claimWithin()
        .map(within -> hours.map(h -> h.plusWorking(now, within)).orElse(now.plus(within)));
    Optional<Instant> opens = team.hours().filter(h -> !h.open(now)).map(h -> h.nextOpen(now));
    return new Route(team, severity, due, opens, rule);
  }
}
