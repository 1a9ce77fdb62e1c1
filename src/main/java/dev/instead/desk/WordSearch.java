package dev.instead.desk;

import dev.instead.notice.Marked;
import dev.instead.policy.RuleId;
import java.util.List;
import java.util.Locale;

/** Finds words in what the policy says. It shows the policy's own texts and nothing else, and keeps nothing of what is searched for. */
public interface WordSearch {
  /**
   * The entries that have the words, or words like them.
   *
   * @param words as typed, with slips and without endings
   * @param language of the texts
   * @return at most {@code most}, best first; empty when nothing fits
   */
  List<Found> find(List<Source> among, String words, Locale language, int most);

  /**
   * What can be found of an entry, in one language.
   *
   * @param texts what it says, the most telling first; never empty
   * @param questions how people ask it
   */
  record Source(RuleId rule, String topic, List<String> texts, List<String> questions) {
    public Source {
      texts = List.copyOf(texts);
      questions = List.copyOf(questions);
    }
  }

  /**
   * An entry that fits.
   *
   * @param passage the place that fits best, cut between words; where only the topic fits, how the entry begins
   */
  record Found(RuleId rule, Marked topic, Marked passage) {}
}
