package dev.instead.policy;

import static dev.instead.policy.SamplePolicy.CARE;
import static dev.instead.policy.SamplePolicy.ENGLISH;
import static dev.instead.policy.SamplePolicy.INDONESIAN;
import static dev.instead.policy.SamplePolicy.REFUND;
import static dev.instead.policy.SamplePolicy.SECURITY;
import static dev.instead.policy.SamplePolicy.THREAT;
import static dev.instead.policy.SamplePolicy.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.policy.Explanation.Found;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Instant BEFORE_CHRISTMAS =
      OffsetDateTime.parse("2026-12-24T17:50+07:00").toInstant();

  @Test
  void it_says_which_rules_passed_and_which_decides() {
    RouteRule night = rule(
        "night",
        Set.of(THREAT),
        Set.of(),
        Set.of(),
        Set.of(ENGLISH),
        Optional.of(RouteRule.When.OUTSIDE),
        SECURITY,
        Optional.empty());
    RouteRule refunds = rule(
        "refunds",
        Set.of(REFUND),
        Set.of(CARE),
        Set.of(),
        Set.of(),
        Optional.empty(),
        CARE,
        Optional.of(Severity.HIGH));
    assertEquals(
        List.of(
            "Situation  refund, \"About refund\", suggested by the text",
            "Reported   in id on Thu 2026-12-24 17:50 Asia/Jakarta",
            "Route      night passes: the situation is refund, not threat, the language is id, not en, it is inside the hours of care",
            "Route      refunds decides: Because refunds.",
            "Team       care, \"Customer Care\"",
            "Severity   high, by the route; the situation's own is normal",
            "Due        by Mon 2026-12-28 08:20 Asia/Jakarta, 30m of working time",
            "Open       now",
            "Stance     trained, the situation's own"),
        Explanation.of(
            SamplePolicy.with(night, refunds),
            REFUND,
            Found.SUGGESTED,
            INDONESIAN,
            BEFORE_CHRISTMAS));
  }

  @Test
  void without_a_rule_it_says_so_and_names_danger_and_restriction() {
    Instant night = OffsetDateTime.parse("2026-12-24T19:00+07:00").toInstant();
    assertEquals(
        List.of(
            "Situation  threat, \"About threat\", as named",
            "Reported   in en on Thu 2026-12-24 19:00 Asia/Jakarta",
            "Route      no rule decides, so it goes to the situation's own team",
            "Team       care, \"Customer Care\"",
            "Severity   urgent, the situation's own",
            "Due        by Thu 2026-12-24 19:05 Asia/Jakarta, 5m round the clock",
            "Open       closed now, back on Mon 2026-12-28 08:00 Asia/Jakarta",
            "Stance     strict, the company's",
            "Danger     emergency contacts come first",
            "Restricted only care may know that the case exists"),
        Explanation.of(SamplePolicy.with(), THREAT, Found.NAMED, ENGLISH, night));
  }

  @Test
  void where_nothing_fits_and_nothing_is_due_it_says_that_too() {
    List<String> lines = Explanation.of(
        SamplePolicy.with(SamplePolicy.anyCaseTo(SECURITY, "all")),
        Situation.NOT_SURE,
        Found.LEFT,
        ENGLISH,
        BEFORE_CHRISTMAS);
    assertEquals(
        "Situation  not-sure, \"About not-sure\", no other situation fits the text", lines.get(0));
    assertEquals(List.of("Due        never", "Open       always"), lines.subList(5, 7));
  }
}
