package dev.instead.config;

import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.GroupId;
import dev.instead.policy.Policy;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RouteRule;
import dev.instead.policy.Rung;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.policy.TeamId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Everything that is referred to must be there. */
final class ReferenceLint {
  private final Policy policy;
  private final Problems problems;
  private final Set<String> teams;
  private final Set<String> resources;
  private final Set<String> situations;
  private final Set<String> languages;
  private final Set<String> groups;

  private ReferenceLint(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
    this.teams = policy.teams().keySet().stream().map(TeamId::value).collect(Collectors.toSet());
    this.resources =
        policy.resources().keySet().stream().map(ResourceId::value).collect(Collectors.toSet());
    this.situations =
        policy.situations().keySet().stream().map(SituationId::value).collect(Collectors.toSet());
    this.languages =
        policy.languages().stream().map(Locale::toLanguageTag).collect(Collectors.toSet());
    this.groups =
        policy.groups().titles().keySet().stream().map(GroupId::value).collect(Collectors.toSet());
  }

  static void check(Policy policy, Problems problems) {
    ReferenceLint lint = new ReferenceLint(policy, problems);
    lint.team(policy.policyTeam(), "policy_team");
    lint.teams();
    lint.situations();
    lint.routes();
    lint.rules();
  }

  private void teams() {
    policy.teams().forEach((id, team) -> {
      String path = "teams." + id;
      language(team.language(), path + ".language");
      for (int i = 0; i < team.ladder().size(); i++) {
        if (team.ladder().get(i) instanceof Rung.HandOver rung) {
          team(rung.to(), path + ".ladder[" + i + "].hand_over");
        }
      }
    });
  }

  private void situations() {
    policy.situations().forEach((id, situation) -> {
      team(situation.team(), "situations." + id + ".team");
      advised(situation.advice().resources(), "situations." + id);
    });
    if (!policy.situations().containsKey(Situation.NOT_SURE) && !situations.isEmpty()) {
      problems.error(
          "situations",
          "there is no situation \"not-sure\"",
          "Add it: it takes whatever fits nowhere else.");
    }
  }

  private void routes() {
    for (int i = 0; i < policy.routes().size(); i++) {
      RouteRule rule = policy.routes().get(i);
      String path = "routes[" + i + "]";
      team(rule.to(), path + ".to");
      rule.situations()
          .forEach(id -> known("situation", id.value(), situations, path + ".when.situation"));
      rule.teams().forEach(id -> team(id, path + ".when.team"));
      rule.languages().forEach(language -> language(language, path + ".when.language"));
    }
  }

  private void rules() {
    policy.answers().forEach((id, answer) -> {
      advised(answer.advice().resources(), "answers." + id);
      onAccounts(answer.byAccount(), "answers." + id);
    });
    policy
        .groups()
        .byAnswer()
        .forEach((answer, group) ->
            known("group", group.value(), groups, "answers." + answer + ".group"));
    each("embargoes", policy.embargoes(), (rule, path) -> advised(rule.advice().resources(), path));
    each("sensitive", policy.sensitive(), (rule, path) -> advised(rule.advice().resources(), path));
    each("personal_accounts", policy.personalAccounts(), (rule, path) -> {
      advised(rule.advice().resources(), path);
      onAccounts(rule.byAccount(), path);
    });
    each(
        "protected",
        policy.protectedTopics(),
        (rule, path) -> resources(rule.resources(), path + ".resources"));
  }

  private void onAccounts(Map<Account, AccountRule> rules, String path) {
    rules.forEach(
        (account, rule) -> advised(rule.advice().resources(), path + ".account." + account.code()));
  }

  /** The values of a list, each with its path. */
  static <T> void each(String key, List<T> values, BiConsumer<T, String> action) {
    for (int i = 0; i < values.size(); i++) {
      action.accept(values.get(i), key + "[" + i + "]");
    }
  }

  private void advised(List<ResourceId> ids, String path) {
    resources(ids, path + ".do.resources");
  }

  private void resources(List<ResourceId> ids, String path) {
    each(path, ids, (id, at) -> known("resource", id.value(), resources, at));
  }

  private void team(TeamId id, String path) {
    if (!teams.isEmpty()) { // else that is what is wrong, and noted
      known("team", id.value(), teams, path);
    }
  }

  private void language(Locale language, String path) {
    if (!problems.wrongAt(at -> at.startsWith("languages"))) { // else that is what is wrong
      known("language", language.toLanguageTag(), languages, path);
    }
  }

  private void known(String kind, String id, Set<String> known, String path) {
    boolean standIn = id.equals("?") || (kind.equals("situation") && known.isEmpty());
    if (!standIn && !known.contains(id)) {
      problems.error(
          path,
          "there is no " + kind + " \"" + id + "\"",
          Nearest.hint(id, known, "Add it, or name another one."));
    }
  }
}
