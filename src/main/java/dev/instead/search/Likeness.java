package dev.instead.search;

import dev.instead.policy.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a policy's examples look to a matcher: to which others each is alike, and what it finds when it isn't there itself. */
interface Likeness {
  /**
   * A text that stands for an entry.
   *
   * @param number its place among the entry's in that language
   * @param asked whether it is a question; else a title
   */
  record Text(RuleId entry, Locale language, int number, String text, boolean asked) {}

  List<Text> texts();

  /** At most 1. */
  double alike(int one, int other);

  /** From where on two are called alike. */
  double threshold();

  /** The first three entries, when the text is asked as if it weren't in the file. */
  List<RuleId> nearest(int text);

  /** By what the texts mean. */
  static Likeness byMeaning(MeaningIndex<RuleId> index, List<Phrases<RuleId>> phrases) {
    return new ByMeaning(index, phrases);
  }

  /** By words and runs of letters. */
  static Likeness byLetters(List<Phrases<RuleId>> phrases) {
    return new ByLetters(phrases);
  }

  /** By what the texts mean. */
  final class ByMeaning implements Likeness {
    private final MeaningIndex<RuleId> index;
    private final List<Text> texts = new ArrayList<>();
    private final List<Integer> examples = new ArrayList<>();

    ByMeaning(MeaningIndex<RuleId> index, List<Phrases<RuleId>> phrases) {
      this.index = index;
      Map<String, Integer> counts = new HashMap<>();
      for (int i = 0; i < index.examples().size(); i++) {
        MeaningIndex.Example example = index.example(i);
        Phrases<RuleId> entry = phrases.get(example.entry());
        Locale language = example.read().language();
        int number = counts.merge(entry.entry() + " " + language, 1, Integer::sum) - 1;
        if (entry.asked()) {
          texts.add(new Text(entry.entry(), language, number, example.text(), example.asked()));
          examples.add(i);
        }
      }
    }

    @Override
    public List<Text> texts() {
      return texts;
    }

    @Override
    public double alike(int one, int other) {
      return Points.dot(index.point(examples.get(one)), index.point(examples.get(other)));
    }

    @Override
    public double threshold() {
      return 0.93;
    }

    @Override
    public List<RuleId> nearest(int text) {
      int example = examples.get(text);
      MeaningIndex.Seen seen = index.see(index.example(example).read(), index.point(example));
      return index.rank(seen, example, -1).stream()
          .limit(3)
          .map(MeaningIndex.Near::entry)
          .toList();
    }
  }

  /** By words and runs of letters. To leave texts out, one of each entry and language is left out at a time, of all entries together. */
  final class ByLetters implements Likeness {
    private final List<Phrases<RuleId>> phrases;
    private final List<Text> texts = new ArrayList<>();
    private final GramIndex grams;
    private final Map<Integer, PhraseIndex<RuleId>> without = new HashMap<>();
    private final Map<Integer, float[]> compared = new HashMap<>();

    ByLetters(List<Phrases<RuleId>> phrases) {
      this.phrases = phrases;
      List<Integer> entryOf = new ArrayList<>();
      for (int entry = 0; entry < phrases.size(); entry++) {
        Phrases<RuleId> each = phrases.get(entry);
        if (each.asked()) {
          int number = entry;
          inOrder(each).forEach(language -> {
            List<String> all = each.examples().getOrDefault(language, List.of());
            for (int i = 0; i < all.size(); i++) {
              boolean asked = i < all.size() - 1;
              texts.add(new Text(each.entry(), language, i, all.get(i), asked));
              entryOf.add(number);
            }
          });
        }
      }
      grams = new GramIndex(
          texts.stream().map(text -> Terms.plain(text.text())).toList(),
          entryOf.stream().mapToInt(Integer::intValue).toArray(),
          phrases.size());
    }

    private static List<Locale> inOrder(Phrases<RuleId> entry) {
      return entry.examples().keySet().stream()
          .sorted(Comparator.comparing(Locale::toLanguageTag))
          .toList();
    }

    @Override
    public List<Text> texts() {
      return texts;
    }

    @Override
    public double alike(int one, int other) {
      if (!compared.containsKey(one)) {
        compared.clear(); // asked row by row
        compared.put(one, grams.compare(Terms.plain(texts.get(one).text())));
      }
      return compared.getOrDefault(one, new float[0])[other];
    }

    @Override
    public double threshold() {
      return 0.75;
    }

    @Override
    public List<RuleId> nearest(int text) {
      Text asked = texts.get(text);
      return without.computeIfAbsent(asked.number(), this::index).search(asked.text()).stream()
          .limit(3)
          .map(PhraseIndex.Fit::entry)
          .toList();
    }

    private PhraseIndex<RuleId> index(int number) {
      return new PhraseIndex<>(
          phrases.stream().map(each -> each.lacking(number)).toList());
    }
  }
}
