package dev.instead.search;

import dev.instead.policy.Advice;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.SituationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that can be found in one policy. */
final class PolicyIndex {
  private final Map<RuleId, WordMatch> protectedTerms = new LinkedHashMap<>();
  private final Map<RuleId, WordMatch> embargoTerms = new LinkedHashMap<>();
  private final PhraseIndex<RuleId> rules;
  private final PhraseIndex<SituationId> situations;

  PolicyIndex(Policy policy) {
    policy.protectedTopics().forEach(t -> protectedTerms.put(t.id(), new WordMatch(t.terms())));
    policy.embargoes().forEach(e -> embargoTerms.put(e.id(), new WordMatch(e.terms())));
    rules = new PhraseIndex<>(rules(policy));
    situations = new PhraseIndex<>(policy.situations().values().stream()
        .map(s -> new Phrases<>(s.id(), false, phrases(s.title(), s.examples()), Map.of()))
        .toList());
  }

  PhraseIndex<RuleId> rules() {
    return rules;
  }

  PhraseIndex<SituationId> situations() {
    return situations;
  }

  /** The protected topic that the text names, by the longest of its terms. */
  Optional<RuleId> protectedIn(String text) {
    return longest(protectedTerms, text);
  }

  /** The embargo that the text names. */
  Optional<RuleId> embargoIn(String text) {
    return longest(embargoTerms, text);
  }

  private static Optional<RuleId> longest(Map<RuleId, WordMatch> matches, String text) {
    List<String> words = Terms.wordsOfDraft(text);
    Optional<RuleId> found = Optional.empty();
    int longest = 0;
    for (Map.Entry<RuleId, WordMatch> entry : matches.entrySet()) {
      int length = entry.getValue().longestIn(words);
      if (length > longest) {
        longest = length;
        found = Optional.of(entry.getKey());
      }
    }
    return found;
  }

  /** Every entry that a question may be about. */
  static List<Phrases<RuleId>> rules(Policy policy) {
    Stream<Phrases<RuleId>> answers = policy.answers().values().stream()
        .map(
            a -> new Phrases<>(a.id(), true, phrases(a.topic(), a.questions()), texts(a.advice())));
    Stream<Phrases<RuleId>> personal = policy.personalAccounts().stream()
        .map(
            p -> new Phrases<>(p.id(), true, phrases(p.topic(), p.questions()), texts(p.advice())));
    Stream<Phrases<RuleId>> embargoes = policy.embargoes().stream()
        .map(e -> new Phrases<>(e.id(), false, phrases(e.topic(), e.terms()), Map.of()));
    Stream<Phrases<RuleId>> sensitive = policy.sensitive().stream()
        .filter(SensitiveTopic::active)
        .map(s -> new Phrases<>(s.id(), false, phrases(s.topic(), s.terms()), texts(s.advice())));
    Stream<Phrases<RuleId>> rights = policy.protectedTopics().stream()
        .map((ProtectedTopic t) ->
            new Phrases<>(t.id(), false, phrases(t.topic(), t.terms()), Map.of()));
    return Stream.of(answers, personal, embargoes, sensitive, rights)
        .flatMap(all -> all)
        .toList();
  }

  private static Map<Locale, List<String>> phrases(
      LocalText title, Map<Locale, List<String>> examples) {
    Map<Locale, List<String>> all = new HashMap<>();
    title.byLanguage().forEach((language, text) -> {
      List<String> phrases = new ArrayList<>(examples.getOrDefault(language, List.of()));
      phrases.add(text);
      all.put(language, phrases);
    });
    return all;
  }

  private static Map<Locale, List<String>> texts(Advice advice) {
    Map<Locale, List<String>> all = new HashMap<>();
    Stream.of(advice.dont(), advice.instead(), Optional.of(advice.why()))
        .flatMap(Optional::stream)
        .forEach(text -> text.byLanguage()
            .forEach((language, words) ->
                all.computeIfAbsent(language, l -> new ArrayList<>()).add(words)));
    return all;
  }
}
