package dev.instead.search;

import dev.instead.notice.Legible;
import dev.instead.policy.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the terms of a policy in somebody's words: as they stand, inflected, mistyped, taken apart or written as one. A term's words must
 * stand in a row; an article or a pronoun between them doesn't matter. A word that is right by itself is never taken for a typing error.
 */
final class TermFinder {
  private static final int PASSAGES = 3;
  private static final int LONGEST_PASSAGE = 80;

  /** Shorter words are next to too many others. English has the longer list of words that are right. */
  private static final int SHORTEST_FOR_ONE_SLIP_IN_ENGLISH = 5;

  private static final int SHORTEST_FOR_ONE_SLIP = 7;

  private static final int SHORTEST_FOR_TWO_SLIPS = 8;

  private static final int MOST_SLIPS = 2;

  /** Shorter terms come about by accident when words are put together, and in hashtags. */
  private static final int SHORTEST_JOINED = 6;

  private static final int SHORTEST_IN_TAG = 8;

  private static final Set<String> BETWEEN =
      Set.of("the", "a", "an", "our", "my", "your", "his", "her", "their", "its", "this", "that");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  /** Scripts that put no space between words, where a word's ends can't be seen. */
  private static final Pattern UNSPACED = Pattern.compile(
      ".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}].*");

  private final List<Term> terms = new ArrayList<>();
  private final Set<String> right;
  private final Map<String, List<Term>> byJoined = new HashMap<>();
  private int longest;

  private record Term(RuleId rule, List<Word> words, String joined) {}

  /**
   * @param several whether the term has other words beside it, which leave no doubt which meaning of a form is meant
   * @param bases what it may be a form of itself
   */
  private record Word(
      String plain, Locale language, boolean several, boolean unspaced, Set<String> bases) {}

  /** Where a term is in a draft: from one word up to before another. */
  private record Place(Term term, int from, int to) {}

  /**
   * An entry that a text names.
   *
   * @param passages the text's own words, at most three of them
   * @param size how many words the longest of the terms has
   */
  record Found(RuleId rule, List<String> passages, int size) {}

  /** @param right words that are right as they stand, beside those of the dictionaries, such as the policy's own */
  TermFinder(Set<String> right) {
    this.right = right;
  }

  /** Adds the terms of an entry, by language. */
  void add(RuleId rule, Map<Locale, List<String>> byLanguage) {
    byLanguage.forEach((language, some) -> some.forEach(term -> add(rule, language, term)));
  }

  private void add(RuleId rule, Locale language, String term) {
    List<String> plain =
        new ArrayList<>(DraftWord.of(term).stream().map(DraftWord::plain).toList());
    while (plain.size() > 1 && ARTICLES.contains(plain.get(0))) {
      plain.remove(0);
    }
    if (!plain.isEmpty()) {
      List<Word> words =
          plain.stream().map(word -> word(word, language, plain.size() > 1)).toList();
      String joined = String.join("", plain);
      Term made = new Term(rule, words, joined);
      terms.add(made);
      byJoined.computeIfAbsent(joined, j -> new ArrayList<>()).add(made);
      longest = Math.max(longest, joined.length());
    }
  }

  private static Word word(String plain, Locale language, boolean several) {
    boolean unspaced = UNSPACED.matcher(plain).matches();
    return new Word(plain, language, several, unspaced, Affixes.plainForms(plain, language));
  }

  /** The entries that a text names, in the order in which it does. */
  List<Found> in(String text) {
    List<DraftWord> words = DraftWord.of(text);
    Map<RuleId, List<Place>> found = new LinkedHashMap<>();
    for (Place place : places(words)) {
      found.computeIfAbsent(place.term().rule(), rule -> new ArrayList<>()).add(place);
    }
    return found.entrySet().stream()
        .map(each -> found(each.getKey(), each.getValue(), words, text))
        .toList();
  }

  private static Found found(RuleId rule, List<Place> places, List<DraftWord> words, String text) {
    List<String> passages = places.stream()
        .map(place -> text.substring(
            words.get(place.from()).start(), words.get(place.to() - 1).end()))
        .map(passage -> Legible.plain(passage.replaceAll("\\s+", " "), LONGEST_PASSAGE))
        .distinct()
        .limit(PASSAGES)
        .toList();
    int size =
        places.stream().mapToInt(place -> place.term().words().size()).max().orElse(0);
    return new Found(rule, passages, size);
  }

  private List<Place> places(List<DraftWord> words) {
    Likeness likeness = new Likeness(right);
    Map<String, List<Term>> beginnings = new HashMap<>();
    List<Place> places = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      DraftWord first = words.get(from);
      List<Term> possible = beginnings.computeIfAbsent(
          first.plain() + first.tagged(),
          key -> terms.stream()
              .filter(term ->
                  likeness.slips(first.plain(), term.words().get(0)) >= 0 || isTagWith(term, first))
              .toList());
      for (Term term : possible) {
        int to = isTagWith(term, first) ? from + 1 : end(term, words, from, likeness);
        if (to > 0) {
          places.add(new Place(term, from, to));
        }
      }
      joined(words, from, places);
    }
    return places;
  }

  /** Terms that come about when words are put together: "proto type", "test-mule" where the policy has "testmule". */
  private void joined(List<DraftWord> words, int from, List<Place> places) {
    StringBuilder text = new StringBuilder();
    for (int at = from; at < words.size() && text.length() < longest; at++) {
      text.append(words.get(at).plain());
      if (text.length() >= SHORTEST_JOINED) {
        for (Term term : byJoined.getOrDefault(text.toString(), List.of())) {
          places.add(new Place(term, from, at + 1));
        }
      }
    }
  }

  /** Behind the last word of a term that begins at a word; -1 where it doesn't. */
  private static int end(Term term, List<DraftWord> words, int from, Likeness likeness) {
    int at = from;
    int slips = 0;
    for (Word word : term.words()) {
      if (at > from && at < words.size() && BETWEEN.contains(words.get(at).plain())) {
        boolean same = likeness.slips(words.get(at).plain(), word) == 0;
        at += same ? 0 : 1; // "alone in our car park" is as good as "alone in the car park"
      }
      if (at > from && BETWEEN.contains(word.plain())) {
        boolean same = at < words.size() && likeness.slips(words.get(at).plain(), word) == 0;
        at += same ? 1 : 0;
        continue;
      }
      int more = at < words.size() ? likeness.slips(words.get(at).plain(), word) : -1;
      slips += more;
      if (more < 0 || slips > MOST_SLIPS) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static boolean isTagWith(Term term, DraftWord word) {
    return word.tagged()
        && term.joined().length() >= SHORTEST_IN_TAG
        && word.plain().contains(term.joined());
  }

  /** How like a term's word the words of one draft are; each pair is compared once. */
  private static final class Likeness {
    private final Map<Locale, Map<String, Set<String>>> bases = new HashMap<>();
    private final Map<Locale, Map<String, Set<String>>> basesOfVerbs = new HashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> right;

    Likeness(Set<String> right) {
      this.right = right;
    }

    /** How many slips there are between them, 0 for a form of the same word; -1 when it is another word. */
    int slips(String typed, Word word) {
      if (word.unspaced()) {
        return typed.contains(word.plain()) ? 0 : -1;
      }
      if (typed.equals(word.plain()) || word.bases().contains(typed)) {
        return 0;
      }
      int most = mostSlips(word);
      boolean near = typed.charAt(0) == word.plain().charAt(0);
      Set<String> forms = forms(typed, word);
      if (forms.contains(word.plain())) {
        return 0;
      }
      return most > 0 && near && !isRight(typed) ? fewest(forms, word.plain(), most) : -1;
    }

    private Set<String> forms(String typed, Word word) {
      return (word.several() ? basesOfVerbs : bases)
          .computeIfAbsent(word.language(), language -> new HashMap<>())
          .computeIfAbsent(
              typed,
              key -> word.several()
                  ? Affixes.basesOfVerbs(key, word.language())
                  : Affixes.bases(key, word.language()));
    }

    private static int fewest(Set<String> forms, String word, int most) {
      return forms.stream()
          .filter(form -> Math.abs(form.length() - word.length()) <= most)
          .mapToInt(form -> Spelling.slips(form, word))
          .filter(slips -> slips <= most)
          .min()
          .orElse(-1);
    }

    private boolean isRight(String typed) {
      return known.computeIfAbsent(typed, word -> right.contains(word) || KnownWords.has(word));
    }

    private static int mostSlips(Word word) {
      int length = word.plain().length();
      int shortest = word.language().getLanguage().equals("en")
          ? SHORTEST_FOR_ONE_SLIP_IN_ENGLISH
          : SHORTEST_FOR_ONE_SLIP;
      if (length < shortest || !word.plain().chars().allMatch(Character::isLetter)) {
        return 0;
      }
      return length >= SHORTEST_FOR_TWO_SLIPS ? MOST_SLIPS : 1;
    }
  }
}
