package dev.instead.search;

import dev.instead.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What became of the questions to {@link Shaped} policies: what thresholds, weights and word lists were chosen on. */
final class TuningBed {
  private static final int DRAWS = Integer.getInteger("answers.beds", 4);

  private TuningBed() {}

  public static void main(String[] arguments) {
    boolean meaning = arguments.length == 0 || !arguments[0].equals("off");
    System.out.print(rows(meaning, Path.of("target", "answers-vectors", "policy")));
    System.exit(0);
  }

  /** One row of the page for each language, and one for the questions of entries left out. */
  static String rows(boolean meaning, Path cache) {
    Policy whole = ColdStart.example();
    Map<String, Tally> tallies = new TreeMap<>();
    for (int seed = 1; seed <= DRAWS; seed++) {
      Shaped shaped = Shaped.of(whole, seed);
      MeaningMatcher matcher = new MeaningMatcher(meaning, Optional.of(cache));
      matcher.prepare(shaped.policy());
      matcher.warm(shaped.policy());
      List<AnswerBenchmarks.Question> own = new ArrayList<>(shaped.questions());
      own.addAll(AnswerBenchmarks.questions("outside.tsv"));
      Stream.concat(own.stream(), shaped.neighbours().stream()).forEach(question -> {
        String row = shaped.neighbours().contains(question) ? "entries left out, " : "bed, ";
        tallies
            .computeIfAbsent(row + question.language().getLanguage(), r -> new Tally())
            .add(
                question.gold(),
                AnswerBenchmarks.verdict(
                    matcher.weigh(shaped.policy(), question.text(), question.language())));
      });
    }
    StringBuilder rows = new StringBuilder();
    String how = meaning ? "meaning, " : "words and letters alone, ";
    tallies.forEach((row, tally) -> rows.append(tally.intervals(how + row)));
    return rows.toString();
  }
}
