package dev.instead.policy;

import static dev.instead.policy.SamplePolicy.CARE;
import static dev.instead.policy.SamplePolicy.ENGLISH;
import static dev.instead.policy.SamplePolicy.INDONESIAN;
import static dev.instead.policy.SamplePolicy.REFUND;
import static dev.instead.policy.SamplePolicy.SECURITY;
import static dev.instead.policy.SamplePolicy.THREAT;
import static dev.instead.policy.SamplePolicy.anyCaseTo;
import static dev.instead.policy.SamplePolicy.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final Instant MONDAY_NOON = at("2026-11-23T12:00:00+07:00");
  private static final Instant SUNDAY_NIGHT = at("2026-11-22T23:00:00+07:00");

  @Test
  void without_a_rule_a_case_goes_to_its_situations_own_team() {
    Route route = decide(SamplePolicy.with(), REFUND, ENGLISH, MONDAY_NOON);
    assertEquals(CARE, route.team().id());
    assertEquals(Severity.NORMAL, route.severity());
    assertEquals(Optional.empty(), route.rule());
    assertEquals(Optional.of(at("2026-11-23T12:30:00+07:00")), route.due());
    assertEquals(Optional.empty(), route.opens());
  }

  @Test
  void out_of_hours_the_due_time_waits_for_the_team_and_says_when_it_is_back() {
    Route route = decide(SamplePolicy.with(), REFUND, ENGLISH, SUNDAY_NIGHT);
    assertEquals(Optional.of(at("2026-11-23T08:30:00+07:00")), route.due());
    assertEquals(Optional.of(at("2026-11-23T08:00:00+07:00")), route.opens());
  }

  @Test
  void urgent_cases_wait_for_nobodys_office_hours() {
    Route route = decide(SamplePolicy.with(), THREAT, ENGLISH, SUNDAY_NIGHT);
    assertEquals(Optional.of(at("2026-11-22T23:05:00+07:00")), route.due());
    assertEquals(Optional.of(at("2026-11-23T08:00:00+07:00")), route.opens());
  }

  @Test
  void where_nothing_is_due_there_is_no_due_time() {
    assertEquals(
        Optional.empty(),
        decide(SamplePolicy.with(), Situation.NOT_SURE, ENGLISH, MONDAY_NOON).due());
  }

  @Test
  void the_first_rule_that_matches_wins() {
    RouteRule other = limited("threats", Set.of(THREAT), Set.of());
    RouteRule first = limited("refunds", Set.of(REFUND), Set.of());
    Policy policy = SamplePolicy.with(other, first, anyCaseTo(CARE, "rest"));
    assertEquals(
        Optional.of(first), decide(policy, REFUND, ENGLISH, MONDAY_NOON).rule());
    assertEquals(
        "rest",
        decide(policy, Situation.NOT_SURE, ENGLISH, MONDAY_NOON)
            .rule()
            .orElseThrow()
            .id());
  }

  @Test
  void a_rule_may_change_the_severity_and_with_it_what_is_due() {
    RouteRule urgent = rule(
        "urgent",
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        CARE,
        Optional.of(Severity.URGENT));
    Route route = decide(SamplePolicy.with(urgent), REFUND, ENGLISH, SUNDAY_NIGHT);
    assertEquals(Severity.URGENT, route.severity());
    assertEquals(Optional.of(at("2026-11-22T23:30:00+07:00")), route.due());
  }

  @Test
  void the_due_time_is_in_the_hours_of_the_team_that_gets_the_case() {
    Route route =
        decide(SamplePolicy.with(anyCaseTo(SECURITY, "all")), REFUND, ENGLISH, SUNDAY_NIGHT);
    assertEquals(Optional.of(at("2026-11-22T23:30:00+07:00")), route.due());
    assertEquals(Optional.empty(), route.opens());
  }

  @Test
  void hours_of_a_rule_are_those_of_the_situations_own_team() {
    Policy policy = SamplePolicy.with(
        during("day", RouteRule.When.INSIDE), during("night", RouteRule.When.OUTSIDE));
    assertEquals("day", decidedBy(policy, REFUND, ENGLISH, MONDAY_NOON));
    assertEquals("night", decidedBy(policy, REFUND, ENGLISH, SUNDAY_NIGHT));
    assertEquals("night", decidedBy(policy, REFUND, ENGLISH, at("2026-12-25T12:00:00+07:00")));
  }

  @Test
  void a_language_matches_whatever_its_region() {
    Policy policy = SamplePolicy.with(limited("id", Set.of(), Set.of(INDONESIAN)));
    assertEquals("id", decidedBy(policy, REFUND, Locale.forLanguageTag("id-ID"), MONDAY_NOON));
    assertEquals("none", decidedBy(policy, REFUND, Locale.UK, MONDAY_NOON));
  }

  @Test
  void all_limits_of_a_rule_must_hold() {
    RouteRule strict = rule(
        "strict",
        Set.of(REFUND, THREAT),
        Set.of(CARE),
        Set.of(Severity.URGENT),
        Set.of(ENGLISH),
        Optional.of(RouteRule.When.INSIDE),
        SECURITY,
        Optional.empty());
    Policy policy = SamplePolicy.with(strict);
    assertEquals("strict", decidedBy(policy, THREAT, ENGLISH, MONDAY_NOON));
    assertEquals("none", decidedBy(policy, REFUND, ENGLISH, MONDAY_NOON));
    assertEquals("none", decidedBy(policy, THREAT, INDONESIAN, MONDAY_NOON));
    assertEquals("none", decidedBy(policy, THREAT, ENGLISH, SUNDAY_NIGHT));
  }

  private static String decidedBy(Policy policy, SituationId id, Locale language, Instant now) {
    return decide(policy, id, language, now).rule().map(RouteRule::id).orElse("none");
  }

  private static Route decide(Policy policy, SituationId id, Locale language, Instant now) {
    return Route.decide(policy, policy.situation(id), language, now);
  }

  private static RouteRule limited(String id, Set<SituationId> situations, Set<Locale> languages) {
    return rule(
        id,
        situations,
        Set.of(),
        Set.of(),
        languages,
        Optional.empty(),
        SECURITY,
        Optional.empty());
  }

  private static RouteRule during(String id, RouteRule.When when) {
    return rule(
        id, Set.of(), Set.of(), Set.of(), Set.of(), Optional.of(when), CARE, Optional.empty());
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
