package dev.instead.policy;

import dev.instead.people.Platform;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small policy as values: a team with hours, one without, and whatever routes a test needs. */
final class SamplePolicy {
  static final TeamId CARE = new TeamId("care");
  static final TeamId SECURITY = new TeamId("security");
  static final SituationId REFUND = new SituationId("refund");
  static final SituationId THREAT = new SituationId("threat");
  static final Locale ENGLISH = Locale.ENGLISH;
  static final Locale INDONESIAN = Locale.forLanguageTag("id");
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  static Policy with(RouteRule... routes) {
    return new Policy(
        "Acme",
        "1",
        List.of(ENGLISH, INDONESIAN),
        JAKARTA,
        Stance.STRICT,
        new Contact(text("Contact"), Optional.empty(), Optional.empty()),
        Members.NOBODY,
        Map.of(),
        Members.NOBODY,
        CARE,
        Duration.ofHours(8),
        Retention.USUAL,
        Map.of(),
        Trained.NOBODY,
        Optional.empty(),
        List.of(),
        Map.of(),
        teams(),
        situations(),
        List.of(routes),
        Map.of(),
        Groups.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of());
  }

  private static Map<TeamId, Team> teams() {
    Hours hours = new Hours(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        LocalTime.of(8, 0),
        LocalTime.of(18, 0),
        JAKARTA,
        Set.of(LocalDate.of(2026, 12, 25)));
    Map<TeamId, Team> teams = new LinkedHashMap<>();
    teams.put(CARE, team(CARE, "Customer Care", Optional.of(hours)));
    teams.put(SECURITY, team(SECURITY, "Security", Optional.empty()));
    return teams;
  }

  private static Team team(TeamId id, String name, Optional<Hours> hours) {
    return new Team(
        id,
        text(name),
        Map.of(Platform.SLACK, "C0" + id),
        Members.NOBODY,
        Members.NOBODY,
        ENGLISH,
        hours,
        List.of());
  }

  private static Map<SituationId, Situation> situations() {
    Map<SituationId, Situation> situations = new LinkedHashMap<>();
    situations.put(
        REFUND,
        situation(
            REFUND,
            Severity.NORMAL,
            Optional.of(Duration.ofMinutes(30)),
            Optional.of(Stance.TRAINED)));
    situations.put(
        THREAT,
        situation(THREAT, Severity.URGENT, Optional.of(Duration.ofMinutes(5)), Optional.empty()));
    situations.put(
        Situation.NOT_SURE,
        situation(Situation.NOT_SURE, Severity.LOW, Optional.empty(), Optional.empty()));
    return situations;
  }

  private static Situation situation(
      SituationId id, Severity severity, Optional<Duration> within, Optional<Stance> stance) {
    boolean threat = id.equals(THREAT);
    return new Situation(
        id,
        text("About " + id),
        Map.of(),
        CARE,
        severity,
        within,
        stance,
        new Advice(Optional.empty(), Optional.of(text("Do")), text("Why"), List.of()),
        List.of(),
        threat,
        threat,
        true);
  }

  static RouteRule anyCaseTo(TeamId team, String id) {
    return rule(
        id, Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), team, Optional.empty());
  }

  static RouteRule rule(
      String id,
      Set<SituationId> situations,
      Set<TeamId> teams,
      Set<Severity> severities,
      Set<Locale> languages,
      Optional<RouteRule.When> hours,
      TeamId to,
      Optional<Severity> severity) {
    return new RouteRule(
        id, situations, teams, severities, languages, hours, to, severity, "Because " + id + ".");
  }

  static LocalText text(String text) {
    return new LocalText(ENGLISH, Map.of(ENGLISH, text));
  }

  private SamplePolicy() {}
}
