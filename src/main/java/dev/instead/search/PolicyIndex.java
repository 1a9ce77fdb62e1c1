package dev.instead.search;

import dev.instead.desk.Matcher.Named;
import dev.instead.policy.Advice;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.RuleId;
import dev.instead.policy.SensitiveTopic;
import dev.instead.policy.SituationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that can be found in one policy. */
final class PolicyIndex {
  private final TermFinder protectedTerms;
  private final TermFinder embargoTerms;
  private final TermFinder sensitiveTerms;
  private final PhraseIndex<RuleId> rules;
  private final PhraseIndex<SituationId> situations;
  private final List<Phrases<RuleId>> phrases;
  private volatile @Nullable LettersJudge judge;

  PolicyIndex(Policy policy) {
    phrases = rules(policy);
    Set<String> words = words(phrases);
    protectedTerms = new TermFinder(words);
    embargoTerms = new TermFinder(words);
    sensitiveTerms = new TermFinder(words);
    policy.protectedTopics().forEach(topic -> protectedTerms.add(topic.id(), topic.terms()));
    policy.embargoes().forEach(embargo -> embargoTerms.add(embargo.id(), embargo.terms()));
    policy.sensitive().stream()
        .filter(SensitiveTopic::active)
        .forEach(topic -> sensitiveTerms.add(topic.id(), topic.terms()));
    rules = new PhraseIndex<>(phrases);
    situations = new PhraseIndex<>(policy.situations().values().stream()
        .map(s -> new Phrases<>(s.id(), false, phrases(s.title(), s.examples()), Map.of()))
        .toList());
  }

  PhraseIndex<RuleId> rules() {
    return rules;
  }

  /** The judge, if it was made. */
  Optional<LettersJudge> judgeIfMade() {
    return Optional.ofNullable(judge);
  }

  /** Made when first needed, which takes seconds: where meaning decides, it never is. */
  synchronized LettersJudge judge() {
    LettersJudge made = judge;
    if (made == null) {
      made = new LettersJudge(phrases, rules);
      judge = made;
    }
    return made;
  }

  PhraseIndex<SituationId> situations() {
    return situations;
  }

  /** The protected topic, or else the embargo, that a question names, by the longest of its terms. */
  Optional<RuleId> namedIn(String question) {
    return longest(protectedTerms, question).or(() -> longest(embargoTerms, question));
  }

  /** All embargoes, sensitive and protected topics that a draft names. */
  List<Named> allNamedIn(String draft) {
    return Stream.of(embargoTerms, sensitiveTerms, protectedTerms)
        .flatMap(terms -> terms.in(draft).stream())
        .map(found -> new Named(found.rule(), found.passages()))
        .toList();
  }

  private static Optional<RuleId> longest(TermFinder terms, String question) {
    return terms.in(question).stream()
        .max(Comparator.comparingInt(TermFinder.Found::size))
        .map(TermFinder.Found::rule);
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

  /** All words that the entries use. */
  static Set<String> words(List<Phrases<RuleId>> phrases) {
    return phrases.stream()
        .flatMap(entry -> Stream.of(entry.examples(), entry.background()))
        .flatMap(texts -> texts.values().stream())
        .flatMap(List::stream)
        .flatMap(text -> Terms.words(Terms.plain(text)).stream())
        .collect(Collectors.toSet());
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
