package dev.instead.search;

import dev.instead.policy.RuleId;
import dev.instead.search.Likeness.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks for answers that can't be told apart, and for those that nobody finds. */
final class Findability {
  /** Comparing each with each takes time by the square; this many take some seconds. */
  private static final int MOST = 3_000;

  /** Of one entry in one language: after that many have failed to find it, more would hardly. */
  private static final int TRIES = 8;

  private final Likeness likeness;
  private final List<Text> texts;
  private final List<Finding> findings = new ArrayList<>();

  private Findability(Likeness likeness) {
    this.likeness = likeness;
    this.texts = likeness.texts().subList(0, Math.min(MOST, likeness.texts().size()));
  }

  static List<Finding> of(Likeness likeness) {
    Findability look = new Findability(likeness);
    look.collisions();
    look.reach();
    if (likeness.texts().size() > MOST) {
      look.findings.add(new Finding.TooMany(MOST, likeness.texts().size()));
    }
    return List.copyOf(look.findings);
  }

  private void collisions() {
    List<String> words = texts.stream()
        .map(text -> String.join(" ", Terms.words(Terms.plain(text.text()))))
        .toList();
    for (int one = 0; one < texts.size(); one++) {
      for (int other = one + 1; other < texts.size(); other++) {
        if (mayCollide(texts.get(one), texts.get(other))) {
          boolean same = words.get(one).equals(words.get(other));
          if (same || likeness.alike(one, other) >= likeness.threshold()) {
            findings.add(new Finding.Collision(example(one), example(other), same));
          }
        }
      }
    }
  }

  private static boolean mayCollide(Text one, Text other) {
    return one.asked()
        && other.asked()
        && one.language().equals(other.language())
        && !one.entry().equals(other.entry());
  }

  private void reach() {
    Map<RuleId, Map<Locale, List<Integer>>> all = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      all.computeIfAbsent(texts.get(i).entry(), e -> new LinkedHashMap<>())
          .computeIfAbsent(texts.get(i).language(), l -> new ArrayList<>())
          .add(i);
    }
    Set<Finding> lost = new LinkedHashSet<>();
    all.forEach((entry, byLanguage) -> byLanguage.forEach((language, own) -> {
      // A single text finds nothing without itself.
      boolean found = own.size() < 2
          || own.stream().limit(TRIES).anyMatch(i -> likeness.nearest(i).contains(entry));
      if (!found) {
        lost.add(new Finding.OutOfReach(entry, language));
      }
    }));
    findings.addAll(lost);
  }

  private Finding.Example example(int number) {
    Text text = texts.get(number);
    return new Finding.Example(text.entry(), text.language(), text.number(), text.text());
  }
}
