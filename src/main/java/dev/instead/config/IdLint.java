package dev.instead.config;

import dev.instead.policy.Policy;
import java.util.HashMap;
import java.util.Map;

/** Ids that people are shown must name one thing only, in the whole file. */
final class IdLint {
  private final Problems problems;
  private final Map<String, String> first = new HashMap<>();

  private IdLint(Problems problems) {
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    IdLint shown = new IdLint(problems);
    policy.situations().forEach((id, situation) -> {
      String path = "situations." + id;
      shown.takes(id.value(), "situation", path);
      ReferenceLint.each(
          path + ".replies",
          situation.replies(),
          (reply, at) -> shown.takes(reply.id().value(), "reply", at + ".id"));
    });
    policy.answers().keySet().forEach(id -> shown.takes(id.value(), "answer", "answers." + id));
    ReferenceLint.each(
        "embargoes",
        policy.embargoes(),
        (rule, at) -> shown.takes(rule.id().value(), "embargo", at + ".id"));
    ReferenceLint.each(
        "sensitive",
        policy.sensitive(),
        (rule, at) -> shown.takes(rule.id().value(), "sensitive topic", at + ".id"));
    ReferenceLint.each(
        "personal_accounts",
        policy.personalAccounts(),
        (rule, at) -> shown.takes(rule.id().value(), "personal account rule", at + ".id"));
    ReferenceLint.each(
        "protected",
        policy.protectedTopics(),
        (rule, at) -> shown.takes(rule.id().value(), "protected topic", at + ".id"));
    IdLint routes = new IdLint(problems);
    ReferenceLint.each(
        "routes", policy.routes(), (rule, at) -> routes.takes(rule.id(), "route", at + ".id"));
  }

  private void takes(String id, String kind, String path) {
    if (id.equals("?")) {
      return; // it has none, which is noted
    }
    String other = first.putIfAbsent(id, kind + " on line " + problems.line(path));
    if (other != null) {
      problems.error(
          path,
          kind + " \"" + id + "\" has the id of the " + other,
          "Give one of them another id; people are shown ids.");
    }
  }
}
