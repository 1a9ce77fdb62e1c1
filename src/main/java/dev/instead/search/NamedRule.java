package dev.instead.search;

import dev.instead.desk.Grounds;
import dev.instead.desk.Matcher.Match;
import dev.instead.desk.Matcher.Weighed;
import dev.instead.policy.RuleId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it means that a question names a protected topic or an embargo. A word alone doesn't say what a question is about: "lembur" is
 * overtime, and a photo of a team at work late in the evening. So the entry is sure only where the rest of the question comes near it too;
 * else it is the first of those offered.
 */
final class NamedRule {
  private static final int SUGGESTIONS = 3;

  private NamedRule() {}

  /**
   * @param own what was found without the term
   * @param term the grounds that the term gives
   */
  static Weighed weigh(Weighed own, Grounds term, RuleId rule) {
    List<RuleId> nearest = own.grounds().nearest();
    List<RuleId> offered = Stream.concat(Stream.of(rule), nearest.stream())
        .distinct()
        .limit(SUGGESTIONS)
        .toList();
    // A choice has at least two.
    return agrees(own.match(), nearest, rule) || offered.size() < 2
        ? new Weighed(new Match.Sure(rule), term)
        : new Weighed(new Match.Unsure(offered), own.grounds());
  }

  private static boolean agrees(Match own, List<RuleId> nearest, RuleId rule) {
    if (own instanceof Match.Sure sure) {
      return sure.rule().equals(rule);
    }
    return own instanceof Match.Unsure && nearest.contains(rule);
  }
}
