package dev.instead.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a case would go and why, in lines for whoever looks after the policy: {@code instead policy explain}. */
public final class Explanation {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm VV", Locale.ENGLISH);

  /** How the situation was found. */
  public enum Found {
    /** Somebody named it. */
    NAMED("as named"),
    /** Its examples are nearest to the text. */
    SUGGESTED("suggested by the text"),
    /** Nothing fits the text. */
    LEFT("no other situation fits the text");

    private final String words;

    Found(String words) {
      this.words = words;
    }
  }

  private final Policy policy;
  private final Situation situation;
  private final Locale language;
  private final Instant at;
  private final List<String> lines = new ArrayList<>();

  private Explanation(Policy policy, Situation situation, Locale language, Instant at) {
    this.policy = policy;
    this.situation = situation;
    this.language = language;
    this.at = at;
  }

  /**
   * Explains one case.
   *
   * @param situation must be in the policy; else "not sure" is explained
   * @param language the reporter's
   * @param at when it is reported
   */
  public static List<String> of(
      Policy policy, SituationId situation, Found found, Locale language, Instant at) {
    Explanation explanation = new Explanation(policy, policy.situation(situation), language, at);
    explanation.explain(found);
    return List.copyOf(explanation.lines);
  }

  private void explain(Found found) {
    Route route = Route.decide(policy, situation, language, at);
    say("Situation", situation.id() + ", \"" + text(situation.title()) + "\", " + found.words);
    say("Reported", "in " + language.toLanguageTag() + " on " + time(at));
    rules(route);
    say("Team", route.team().id() + ", \"" + text(route.team().name()) + "\"");
    say("Severity", severity(route));
    say("Due", due(route));
    say(
        "Open",
        route
            .opens()
            .map(opens -> "closed now, back on " + time(opens))
            .orElse(route.team().hours().isPresent() ? "now" : "always"));
    say(
        "Stance",
        code(policy.stanceOn(situation))
            + (situation.stance().isPresent() ? ", the situation's own" : ", the company's"));
    if (situation.danger()) {
      say("Danger", "emergency contacts come first");
    }
    if (situation.restricted()) {
      say("Restricted", "only " + route.team().id() + " may know that the case exists");
    }
  }

  private void rules(Route route) {
    boolean open =
        policy.team(situation.team()).hours().map(hours -> hours.open(at)).orElse(true);
    for (RouteRule rule : policy.routes()) {
      if (route.rule().filter(rule::equals).isPresent()) {
        say("Route", rule.id() + " decides: " + rule.why());
        return;
      }
      say("Route", rule.id() + " passes: " + mismatch(rule, open));
    }
    say("Route", "no rule decides, so it goes to the situation's own team");
  }

  private String mismatch(RouteRule rule, boolean open) {
    List<String> reasons = new ArrayList<>();
    limit(reasons, "situation", rule.situations(), situation.id());
    limit(reasons, "team", rule.teams(), situation.team());
    limit(
        reasons,
        "severity",
        rule.severities().stream().map(Severity::code).toList(),
        situation.severity().code());
    limit(
        reasons,
        "language",
        rule.languages().stream().map(Locale::toLanguageTag).toList(),
        language.getLanguage());
    rule.hours()
        .filter(when -> (when == RouteRule.When.INSIDE) != open)
        .ifPresent(when -> reasons.add(
            "it is " + (open ? "inside" : "outside") + " the hours of " + situation.team()));
    return String.join(", ", reasons);
  }

  private static <T> void limit(List<String> reasons, String what, Collection<T> allowed, T is) {
    if (!allowed.isEmpty() && !allowed.contains(is)) {
      String words =
          allowed.stream().map(String::valueOf).sorted().collect(Collectors.joining(" or "));
      reasons.add("the " + what + " is " + is + ", not " + words);
    }
  }

  private String severity(Route route) {
    String own = situation.severity().code();
    return route.severity() == situation.severity()
        ? own + ", the situation's own"
        : route.severity().code() + ", by the route; the situation's own is " + own;
  }

  private String due(Route route) {
    Optional<Duration> within = situation.claimWithin();
    if (route.due().isEmpty() || within.isEmpty()) {
      return "never";
    }
    boolean working = route.team().hours().isPresent() && route.severity() != Severity.URGENT;
    return "by " + time(route.due().get()) + ", " + words(within.get())
        + (working ? " of working time" : " round the clock");
  }

  private static String words(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private static String code(Stance stance) {
    return stance.name().toLowerCase(Locale.ROOT);
  }

  private String text(LocalText text) {
    return text.in(policy.original());
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(policy.zone()));
  }

  private void say(String what, String words) {
    lines.add(String.format(Locale.ROOT, "%-11s%s", what, words));
  }
}
