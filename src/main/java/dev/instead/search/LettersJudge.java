package dev.instead.search;

import dev.instead.desk.Matcher.Match;
import dev.instead.policy.RuleId;
import dev.instead.search.PhraseIndex.Fit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When a fit of words and letters is good enough to be said, learned from the policy as {@link Judge} learns it. A policy with few
 * questions teaches too little; there {@link Confidence} decides.
 */
final class LettersJudge {
  private static final double WRONG = 0.03;
  private static final double OUTSIDE = 0.04;
  private static final double COVERED = 0.5;
  private static final double COVERED_TO_SUGGEST = 0.2;
  private static final int ENOUGH = 40;

  /** So many questions of an entry are learned from, each number with an index of its own. */
  private static final int NUMBERS = 12;

  /** Fewer name a subject and ask nothing ("sap error"), so they are never enough to be sure. Numbers aren't words here. */
  private static final int FEWEST_WORDS = 3;

  private final Optional<Caution> caution;

  LettersJudge(List<Phrases<RuleId>> phrases, PhraseIndex<RuleId> index) {
    Lessons lessons = new Lessons();
    int most = Math.min(phrases.stream().mapToInt(LettersJudge::longest).max().orElse(0), NUMBERS);
    IntStream.range(0, most).forEach(number -> learn(phrases, number, lessons));
    if (lessons.size() < ENOUGH) {
      caution = Optional.empty();
      return;
    }
    WordLists.lines("negatives.tsv").stream()
        .map(line -> line.substring(line.indexOf('\t') + 1))
        .filter(text -> Terms.words(Terms.plain(text)).size() > 1) // hardly anything
        .forEach(text -> lessons.addStrange(Confidence.signs(index.search(text))));
    caution = Optional.of(lessons.caution(WRONG, OUTSIDE));
  }

  /** @param words of the text that the fits are of */
  Match decide(List<Fit<RuleId>> fits, List<String> words) {
    return caution
        .map(own -> decide(fits, asksSomething(words), own))
        .orElseGet(() -> Confidence.decide(fits, words.size() == 1));
  }

  private static Match decide(List<Fit<RuleId>> fits, boolean asks, Caution own) {
    double[] signs = Confidence.signs(fits);
    double covered = own.covered().probability(signs);
    if (!Confidence.isPossible(fits) || covered < COVERED_TO_SUGGEST) {
      return new Match.Nothing();
    }
    boolean likely = covered >= COVERED && own.right().probability(signs) >= own.enough();
    boolean sure = asks && (likely || Confidence.isNearCopy(fits));
    return sure ? new Match.Sure(fits.get(0).entry()) : Confidence.choice(fits);
  }

  private static boolean asksSomething(List<String> words) {
    return words.stream()
            .filter(word -> word.chars().anyMatch(Character::isLetter))
            .count()
        >= FEWEST_WORDS;
  }

  /** The questions with one number are all left out at once, so that a few indexes are enough for all of them. */
  private static void learn(List<Phrases<RuleId>> phrases, int number, Lessons lessons) {
    PhraseIndex<RuleId> without =
        new PhraseIndex<>(phrases.stream().map(each -> each.lacking(number)).toList());
    for (Phrases<RuleId> entry : phrases) {
      for (String asked : asked(entry, number)) {
        List<Fit<RuleId>> fits = without.search(asked);
        List<Fit<RuleId>> others =
            fits.stream().filter(fit -> !fit.entry().equals(entry.entry())).toList();
        boolean right = !fits.isEmpty() && fits.get(0).entry().equals(entry.entry());
        lessons.addKnown(Confidence.signs(fits), right, Confidence.signs(others));
      }
    }
  }

  /** Its questions with that number, where there are more; the title comes last. */
  private static List<String> asked(Phrases<RuleId> entry, int number) {
    List<String> asked = new ArrayList<>();
    Map<Locale, List<String>> examples = entry.asked() ? entry.examples() : new HashMap<>();
    examples.values().stream()
        .filter(texts -> texts.size() > 2 && number < texts.size() - 1)
        .forEach(texts -> asked.add(texts.get(number)));
    return asked;
  }

  private static int longest(Phrases<RuleId> entry) {
    return entry.examples().values().stream().mapToInt(List::size).max().orElse(0);
  }
}
