package dev.instead.policy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that staff meet online, and how it is handled.
 *
 * @param examples how people describe it, by language; they suggest the situation from a report's text
 * @param claimWithin how soon somebody should take it, in the team's working time; absent where nothing is due
 * @param stance absent: the company's
 * @param danger life is in danger: emergency contacts come before everything else
 * @param restricted only the routed team may know that the case exists
 * @param offered whether the form lists it
 */
public record Situation(
    SituationId id,
    LocalText title,
    Map<Locale, List<String>> examples,
    TeamId team,
    Severity severity,
    Optional<Duration> claimWithin,
    Optional<Stance> stance,
    Advice advice,
    List<Reply> replies,
    boolean danger,
    boolean restricted,
    boolean offered) {
  /** The situation that takes whatever fits nowhere else; every policy has it. */
  public static final SituationId NOT_SURE = new SituationId("not-sure");

  public Situation {
    examples = InOrder.copyOf(examples);
    replies = List.copyOf(replies);
  }
}
