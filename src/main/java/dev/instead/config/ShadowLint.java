package dev.instead.config;

import dev.instead.policy.Account;
import dev.instead.policy.AccountRule;
import dev.instead.policy.Advice;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policy;
import dev.instead.policy.ProtectedTopic;
import dev.instead.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Rights first: nothing that forbids may answer to the words of a protected topic, in any language. */
final class ShadowLint {
  private record Term(ProtectedTopic topic, Locale language, String word, Pattern pattern) {}

  private final List<Term> terms = new ArrayList<>();
  private final Problems problems;

  private ShadowLint(Policy policy, Problems problems) {
    this.problems = problems;
    for (ProtectedTopic topic : policy.protectedTopics()) {
      topic
          .terms()
          .forEach((language, words) -> words.forEach(
              word -> terms.add(new Term(topic, language, word, Folded.wholeWords(word)))));
    }
  }

  static void check(Policy policy, Problems problems) {
    ShadowLint lint = new ShadowLint(policy, problems);
    policy.situations().forEach((id, rule) -> {
      String path = "situations." + id;
      if (forbids(rule.advice())) {
        lint.text("situation \"" + id + "\"", path + ".title", rule.title());
        lint.lists("situation \"" + id + "\"", path + ".examples", rule.examples());
      }
    });
    policy.answers().forEach((id, rule) -> {
      String path = "answers." + id;
      if (forbids(rule.advice()) || rule.verdict() == Verdict.HOLD || forbids(rule.byAccount())) {
        lint.text("answer \"" + id + "\"", path + ".topic", rule.topic());
        lint.lists("answer \"" + id + "\"", path + ".questions", rule.questions());
      }
    });
    // An embargo forbids by itself: nothing may be said before its instant.
    ReferenceLint.each("embargoes", policy.embargoes(), (rule, path) -> {
      lint.text("embargo \"" + rule.id() + "\"", path + ".topic", rule.topic());
      lint.lists("embargo \"" + rule.id() + "\"", path + ".terms", rule.terms());
    });
    ReferenceLint.each("sensitive", policy.sensitive(), (rule, path) -> {
      if (forbids(rule.advice())) {
        lint.text("sensitive topic \"" + rule.id() + "\"", path + ".topic", rule.topic());
        lint.lists("sensitive topic \"" + rule.id() + "\"", path + ".terms", rule.terms());
      }
    });
    ReferenceLint.each("personal_accounts", policy.personalAccounts(), (rule, path) -> {
      if (forbids(rule.advice()) || forbids(rule.byAccount())) {
        String name = "personal account rule \"" + rule.id() + "\"";
        lint.text(name, path + ".topic", rule.topic());
        lint.lists(name, path + ".questions", rule.questions());
      }
    });
  }

  private static boolean forbids(Advice advice) {
    return advice.dont().isPresent();
  }

  private static boolean forbids(Map<Account, AccountRule> byAccount) {
    return byAccount.values().stream()
        .anyMatch(rule -> forbids(rule.advice()) || rule.verdict() == Verdict.HOLD);
  }

  private void text(String rule, String path, LocalText text) {
    text.byLanguage()
        .forEach((language, words) ->
            check(rule, path + "." + language.toLanguageTag(), language, words));
  }

  private void lists(String rule, String path, Map<Locale, List<String>> lists) {
    lists.forEach((language, texts) -> ReferenceLint.each(
        path + "." + language.toLanguageTag(),
        texts,
        (text, at) -> check(rule, at, language, text)));
  }

  private void check(String rule, String path, Locale language, String text) {
    String folded = Folded.of(text);
    terms.stream()
        .filter(term -> term.language().equals(language))
        .filter(term -> term.pattern().matcher(folded).find())
        .findFirst()
        .ifPresent(term -> problems.error(
            path,
            rule + " forbids, yet it answers to \"" + term.word()
                + "\", which the protected topic \"" + term.topic().id() + "\" leaves free",
            "Word it without \"" + term.word() + "\", or take away what it forbids."));
  }
}
