package dev.instead.config;

import dev.instead.config.FixtureReader.Named;
import dev.instead.policy.Embargo;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.SensitiveTopic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a policy has that tests may name; what it hasn't is noted where it is named. */
record Known(
    boolean all,
    Set<String> teams,
    Set<String> situations,
    Set<String> rules,
    Set<String> rights,
    List<String> languages) {
  /** Takes everything. */
  static final Known ALL = new Known(true, Set.of(), Set.of(), Set.of(), Set.of(), List.of());

  static Known of(Policy policy) {
    Stream<?> rules = Stream.of(
            policy.answers().keySet().stream(),
            policy.embargoes().stream().map(Embargo::id),
            policy.sensitive().stream().map(SensitiveTopic::id),
            policy.personalAccounts().stream().map(PersonalAccountRule::id),
            policy.protectedTopics().stream().map(ProtectedTopic::id))
        .flatMap(each -> each);
    return new Known(
        false,
        words(policy.teams().keySet().stream()),
        words(policy.situations().keySet().stream()),
        words(rules),
        words(policy.protectedTopics().stream().map(ProtectedTopic::id)),
        policy.languages().stream().map(language -> language.toLanguageTag()).toList());
  }

  boolean team(Named id) {
    return has("team", id, teams);
  }

  boolean situation(Named id) {
    return has("situation", id, situations);
  }

  boolean rule(Named id) {
    return has("answer", id, rules);
  }

  boolean right(Named id) {
    return has("protected topic", id, rights);
  }

  boolean language(Entry entry, String code) {
    return has("language", entry, code, languages);
  }

  private boolean has(String kind, Named id, Set<String> among) {
    return has(kind, id.entry(), id.word(), among);
  }

  private boolean has(String kind, Entry entry, String word, Collection<String> among) {
    boolean there = all || among.contains(word);
    if (!there) {
      entry.wrong(
          "is \"" + word + "\", but the policy has no such " + kind,
          Optional.of(Nearest.hint(word, among, ""))
              .filter(hint -> !hint.isEmpty())
              .orElse("Name one that it has."));
    }
    return there;
  }

  private static Set<String> words(Stream<?> ids) {
    return ids.map(String::valueOf).collect(Collectors.toSet());
  }
}
