package dev.instead.search;

import dev.instead.policy.Answer;
import dev.instead.policy.PersonalAccountRule;
import dev.instead.policy.Policy;
import dev.instead.policy.RuleId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The example policy cut down to 45 entries with three English and two Indonesian examples each, by a seeded draw. The examples that were
 * cut are questions that it should answer; those of the entries left out are questions near to it that it can't.
 */
record Shaped(
    Policy policy,
    List<AnswerBenchmarks.Question> questions,
    List<AnswerBenchmarks.Question> neighbours) {
  private static final int ENTRIES = 45;
  private static final Map<String, Integer> EXAMPLES = Map.of("en", 3, "id", 2);

  static Shaped of(Policy whole, long seed) {
    return new Drawing(new Random(seed)).shape(whole);
  }

  private static final class Drawing {
    private final Random random;
    private final List<AnswerBenchmarks.Question> questions = new ArrayList<>();
    private final List<AnswerBenchmarks.Question> neighbours = new ArrayList<>();

    Drawing(Random random) {
      this.random = random;
    }

    Shaped shape(Policy whole) {
      List<RuleId> ids = new ArrayList<>(Stream.concat(
              whole.answers().keySet().stream(),
              whole.personalAccounts().stream().map(PersonalAccountRule::id))
          .toList());
      Collections.shuffle(ids, random);
      Set<RuleId> kept = new HashSet<>(ids.subList(0, ENTRIES));
      Map<RuleId, Answer> answers = new LinkedHashMap<>();
      whole.answers().forEach((id, answer) -> {
        if (kept.contains(id)) {
          answers.put(id, with(answer, cut(id, answer.questions())));
        } else {
          leaveOut(answer.questions());
        }
      });
      List<PersonalAccountRule> personal = new ArrayList<>();
      whole.personalAccounts().forEach(rule -> {
        if (kept.contains(rule.id())) {
          personal.add(new PersonalAccountRule(
              rule.id(),
              rule.topic(),
              cut(rule.id(), rule.questions()),
              rule.advice(),
              rule.byAccount()));
        } else {
          leaveOut(rule.questions());
        }
      });
      return new Shaped(with(whole, answers, personal), questions, neighbours);
    }

    private Map<Locale, List<String>> cut(RuleId id, Map<Locale, List<String>> all) {
      Map<Locale, List<String>> some = new HashMap<>();
      inOrder(all).forEach((language, texts) -> {
        List<String> mixed = new ArrayList<>(texts);
        Collections.shuffle(mixed, random);
        int size = Math.min(mixed.size(), EXAMPLES.getOrDefault(language.getLanguage(), 0));
        some.put(language, List.copyOf(mixed.subList(0, size)));
        mixed
            .subList(size, mixed.size())
            .forEach(text ->
                questions.add(new AnswerBenchmarks.Question(language, Set.of(id.value()), text)));
      });
      return some;
    }

    private void leaveOut(Map<Locale, List<String>> all) {
      inOrder(all)
          .forEach((language, texts) -> texts.forEach(
              text -> neighbours.add(new AnswerBenchmarks.Question(language, Set.of(), text))));
    }
  }

  // The draw is to be the same every time.
  private static Map<Locale, List<String>> inOrder(Map<Locale, List<String>> texts) {
    Map<Locale, List<String>> ordered = new TreeMap<>(Comparator.comparing(Locale::toLanguageTag));
    ordered.putAll(texts);
    return ordered;
  }

  private static Answer with(Answer a, Map<Locale, List<String>> questions) {
    return new Answer(
        a.id(),
        a.topic(),
        questions,
        a.verdict(),
        a.advice(),
        a.copy(),
        a.byStance(),
        a.byAccount(),
        a.approvedBy(),
        a.approvedOn(),
        a.owner(),
        a.reviewBy());
  }

  private static Policy with(
      Policy p, Map<RuleId, Answer> answers, List<PersonalAccountRule> personal) {
    return new Policy(
        p.company(),
        p.version(),
        p.languages(),
        p.zone(),
        p.stance(),
        p.publicContact(),
        p.owner(),
        p.owners(),
        p.administrators(),
        p.policyTeam(),
        p.answerWithin(),
        p.retention(),
        p.fallback(),
        p.trained(),
        p.speakersNote(),
        p.emergency(),
        p.resources(),
        p.teams(),
        p.situations(),
        p.routes(),
        answers,
        p.groups(),
        List.of(),
        List.of(),
        personal,
        List.of(),
        p.withheld());
  }
}
