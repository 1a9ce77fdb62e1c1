package dev.instead.config;

import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Advice;
import dev.instead.policy.Policy;
import dev.instead.policy.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who refers to a resource. */
final class Users {
  static List<String> of(Policy policy, ResourceId id) {
    List<String> users = new ArrayList<>();
    policy
        .situations()
        .forEach((user, entry) -> add(users, entry.advice().resources(), id, user.value()));
    policy
        .answers()
        .forEach(
            (user, entry) -> add(users, all(entry.advice(), entry.byAccount()), id, user.value()));
    policy
        .embargoes()
        .forEach(rule -> add(users, rule.advice().resources(), id, rule.id().value()));
    policy
        .sensitive()
        .forEach(rule -> add(users, rule.advice().resources(), id, rule.id().value()));
    policy
        .personalAccounts()
        .forEach(rule ->
            add(users, all(rule.advice(), rule.byAccount()), id, rule.id().value()));
    policy
        .protectedTopics()
        .forEach(rule -> add(users, rule.resources(), id, rule.id().value()));
    return users;
  }

  private static List<ResourceId> all(Advice advice, Map<Account, AccountRule> byAccount) {
    List<ResourceId> all = new ArrayList<>(advice.resources());
    byAccount.values().forEach(rule -> all.addAll(rule.advice().resources()));
    return all;
  }

  private static void add(
      List<String> users, List<ResourceId> used, ResourceId wanted, String user) {
    if (used.contains(wanted)) {
      users.add(user);
    }
  }

  private Users() {}
}
