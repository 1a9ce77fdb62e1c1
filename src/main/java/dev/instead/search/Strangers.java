package dev.instead.search;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What staff type that no social media policy answers: small talk, computers, leave, the weather. */
final class Strangers {
  private Strangers() {}

  static List<Judge.Stranger> read(Pivot pivot, Function<String, float[]> encode) {
    return WordLists.lines("negatives.tsv").stream()
        .map(line -> {
          int tab = line.indexOf('\t');
          Locale language = Locale.forLanguageTag(line.substring(0, tab));
          Pivot.Read read = pivot.in(language, line.substring(tab + 1));
          return new Judge.Stranger(language, read, encode.apply(read.text()));
        })
        .toList();
  }
}
