package dev.instead.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What words grow at their beginnings and ends, in the languages that the product speaks. */
final class Affixes {
  /** What an Indonesian beginning hides: "menyapu" is "sapu". Colloquial ones last. */
  static final List<List<String>> BEGINNINGS = List.of(
      List.of("meng", "", "k"),
      List.of("meny", "s"),
      List.of("mem", "", "p"),
      List.of("men", "", "t"),
      List.of("me", ""),
      List.of("peng", "", "k"),
      List.of("peny", "s"),
      List.of("pem", "", "p"),
      List.of("pen", "", "t"),
      List.of("pe", ""),
      List.of("diper", ""),
      List.of("memper", ""),
      List.of("di", ""),
      List.of("ber", ""),
      List.of("ter", ""),
      List.of("se", ""),
      List.of("ke", ""),
      List.of("nge", ""),
      List.of("ng", "", "k"),
      List.of("ny", "s"),
      List.of("n", "t"),
      List.of("m", "p"));

  static final List<String> ENDINGS =
      List.of("nya", "lah", "kah", "pun", "ku", "mu", "kan", "in", "an", "i");

  /** These say whose, or stress; they change no meaning, and people hang them on English words as well. */
  private static final List<String> CLITICS = List.of("nya", "lah", "kah", "pun", "ku", "mu");

  private static final int SHORTEST_WITH_CLITIC = 4;
  private static final int SHORTEST_WITH_ANY = 5;

  private Affixes() {}

  /** The word itself and whatever it may be a form of, among words of any kind. */
  static Set<String> bases(String word, Locale language) {
    Set<String> bases = plainForms(word, language);
    if (language.getLanguage().equals("id")) {
      indonesian(word, bases);
    }
    return bases;
  }

  /** The same for a word that may be a verb as well; by itself such a form is too often another word, like "striking". */
  static Set<String> basesOfVerbs(String word, Locale language) {
    Set<String> bases = bases(word, language);
    if (language.getLanguage().equals("en")) {
      english(word, bases);
    }
    return bases;
  }

  /** The word itself, in the singular and without what says whose it is. */
  static Set<String> plainForms(String word, Locale language) {
    Set<String> bases = new LinkedHashSet<>();
    bases.add(word);
    switch (language.getLanguage()) {
      case "en" -> {
        without(CLITICS, word, SHORTEST_WITH_ANY, bases);
        plural(word, bases);
      }
      case "id" -> without(CLITICS, word, SHORTEST_WITH_CLITIC, bases);
      default -> {
        // Exactly as it stands in the policy.
      }
    }
    return bases;
  }

  private static void plural(String word, Set<String> bases) {
    int length = word.length();
    if (length > 3 && word.endsWith("s") && !word.endsWith("ss")) {
      bases.add(word.substring(0, length - 1));
    }
    if (length > 4 && word.endsWith("ies")) {
      bases.add(word.substring(0, length - 3) + "y");
    }
    if (length > 4 && word.matches(".*(s|x|z|ch|sh)es")) {
      bases.add(word.substring(0, length - 2));
    }
  }

  private static void english(String word, Set<String> bases) {
    int length = word.length();
    if (length > 5 && word.endsWith("ing")) {
      verb(word.substring(0, length - 3), bases);
    }
    if (length > 4 && word.endsWith("ed")) {
      verb(word.substring(0, length - 2), bases);
    }
  }

  /** "locking", "shipping" and "driving". */
  private static void verb(String stem, Set<String> bases) {
    bases.add(stem);
    bases.add(stem + "e");
    int last = stem.length() - 1;
    if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
      bases.add(stem.substring(0, last));
    }
  }

  private static void indonesian(String word, Set<String> bases) {
    String once =
        word.length() > 3 && word.endsWith("2") ? word.substring(0, word.length() - 1) : word;
    bases.add(once);
    Set<String> ends = new LinkedHashSet<>(Set.of(once));
    without(ENDINGS, once, SHORTEST_WITH_ANY, ends);
    for (String end : List.copyOf(ends)) {
      without(ENDINGS, end, SHORTEST_WITH_ANY, ends);
    }
    bases.addAll(ends);
    ends.forEach(end -> withoutBeginning(end, bases));
  }

  private static void without(List<String> endings, String word, int shortest, Set<String> to) {
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() - ending.length() >= shortest) {
        to.add(word.substring(0, word.length() - ending.length()));
      }
    }
  }

  private static void withoutBeginning(String word, Set<String> to) {
    for (List<String> beginning : BEGINNINGS) {
      if (word.startsWith(beginning.get(0))) {
        String rest = word.substring(beginning.get(0).length());
        List<String> stems = new ArrayList<>();
        beginning.stream().skip(1).forEach(hidden -> stems.add(hidden + rest));
        stems.removeIf(stem -> stem.length() < SHORTEST_WITH_ANY);
        to.addAll(stems);
      }
    }
  }
}
