package dev.instead.config;

import dev.instead.policy.Policy;
import dev.instead.policy.RouteRule;
import dev.instead.policy.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Situations that nobody can ever meet, and routes that never decide. */
final class ReachLint {
  private static final Pattern DECIDING = Pattern.compile(
      "routes\\[\\d+\\]\\.when.*|situations|situations\\.[^.]*\\.(team|severity)|languages.*|teams(\\.[^.]*\\.hours.*)?");
  private static final Locale ANY_OTHER = Locale.forLanguageTag("und");

  private final Policy policy;
  private final Problems problems;

  private ReachLint(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    ReachLint lint = new ReachLint(policy, problems);
    lint.situations();
    lint.menu();
    if (!problems.wrongAt(DECIDING.asMatchPredicate())) { // else it would only mislead
      lint.routes();
    }
  }

  private void situations() {
    Set<String> earlier = new HashSet<>();
    policy.situations().forEach((id, situation) -> {
      Set<String> own = examples(situation);
      String path = "situations." + id;
      boolean examplesReadable =
          !problems.wrongAt(at -> at.startsWith(path + ".examples") || at.startsWith("languages"));
      if (id.equals(Situation.NOT_SURE) || !examplesReadable) {
        // it takes what is left, or its examples are noted as wrong
      } else if (own.isEmpty() && !situation.offered()) {
        problems.error(
            path,
            "situation \"" + id + "\" can't be reached: it is not offered and has no examples",
            "Add examples, or remove \"offered: false\".");
      } else if (!own.isEmpty() && earlier.containsAll(own)) {
        problems.error(
            path + ".examples",
            "situation \"" + id
                + "\" can't be reached by its examples: earlier situations have each of them",
            "Add examples of its own.");
      }
      earlier.addAll(own);
    });
  }

  private static Set<String> examples(Situation situation) {
    Set<String> all = new HashSet<>();
    situation
        .examples()
        .forEach((language, examples) -> examples.forEach(
            example -> all.add(language.toLanguageTag() + " " + Folded.of(example))));
    return all;
  }

  private void menu() {
    long offered =
        policy.situations().values().stream().filter(Situation::offered).count();
    if (offered > Limits.OFFERED) {
      problems.error(
          "situations",
          offered + " situations are offered, but a menu has room for " + Limits.OFFERED,
          "Set \"offered: false\" on those that are rarely chosen.");
    }
  }

  /** Tries every kind of case on the rules: a rule that is never the first to match decides nothing. */
  private void routes() {
    List<Set<RouteRule>> matching = matching();
    for (int i = 0; i < policy.routes().size(); i++) {
      RouteRule rule = policy.routes().get(i);
      List<Set<RouteRule>> own =
          matching.stream().filter(rules -> rules.contains(rule)).toList();
      boolean decides =
          own.stream().anyMatch(rules -> rule.equals(rules.iterator().next()));
      if (!decides) {
        problems.error(
            "routes[" + i + "]",
            "route \"" + rule.id() + "\" never decides: " + reason(rule, own),
            "Move it up, change when it matches, or remove it.");
      }
    }
  }

  private static String reason(RouteRule rule, List<Set<RouteRule>> cases) {
    if (cases.isEmpty()) {
      return "no situation fits it";
    }
    Optional<RouteRule> always = cases.get(0).stream()
        .takeWhile(earlier -> !earlier.equals(rule))
        .filter(earlier -> cases.stream().allMatch(rules -> rules.contains(earlier)))
        .findFirst();
    return always
        .map(earlier -> "the earlier route \"" + earlier.id() + "\" matches whenever it does")
        .orElse("earlier routes match whenever it does");
  }

  /** For each kind of case the rules that match, in order; cases that no rule matches are left out. */
  private List<Set<RouteRule>> matching() {
    List<Locale> languages = new ArrayList<>(policy.languages());
    languages.add(ANY_OTHER);
    List<Set<RouteRule>> all = new ArrayList<>();
    for (Situation situation : policy.situations().values()) {
      boolean closes =
          policy.teamIfAny(situation.team()).flatMap(team -> team.hours()).isPresent();
      for (Locale language : languages) {
        all.add(matching(situation, language, true));
        if (closes) {
          all.add(matching(situation, language, false));
        }
      }
    }
    all.removeIf(Set::isEmpty);
    return all;
  }

  private Set<RouteRule> matching(Situation situation, Locale language, boolean open) {
    Set<RouteRule> rules = new LinkedHashSet<>();
    policy.routes().stream()
        .filter(rule -> rule.matches(situation, language, open))
        .forEach(rules::add);
    return rules;
  }
}
