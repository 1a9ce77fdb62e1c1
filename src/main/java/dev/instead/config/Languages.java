package dev.instead.config;

import dev.instead.policy.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The languages of a policy, and how texts in all of them are read. */
record Languages(List<Locale> all) {
  static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
  static final String CODE_FORM = "a language code of two or three letters such as en or id";

  /** Of the file's {@code languages}; English when there are none, which is then noted. */
  static Languages of(Section policy) {
    List<Locale> all = new ArrayList<>();
    for (Entry entry : policy.require("languages").map(Entry::items).orElse(List.of())) {
      entry.text(CODE, CODE_FORM).map(Locale::forLanguageTag).ifPresent(language -> {
        if (all.contains(language)) {
          entry.wrong("is \"" + language + "\" for the second time", "Remove it.");
        } else {
          all.add(language);
        }
      });
    }
    if (all.isEmpty()) {
      policy.get("languages").filter(Entry::isList).ifPresent(entry -> {
        if (entry.items().isEmpty()) {
          entry.wrong("is empty", "Write at least one language, the original first.");
        }
      });
    }
    return new Languages(List.copyOf(all));
  }

  Locale original() {
    return all.isEmpty() ? Locale.ENGLISH : all.get(0);
  }

  /** A text that must be there; when it isn't, that is noted and a stand-in given. */
  LocalText require(Section section, String key, int max) {
    return require(section, key, max, "Add it.");
  }

  LocalText require(Section section, String key, int max, String remedy) {
    return section.require(key, remedy).flatMap(entry -> text(entry, max)).orElse(missing());
  }

  Optional<LocalText> optional(Section section, String key, int max) {
    return section.get(key).flatMap(entry -> text(entry, max));
  }

  /** A name that may be one text for all languages. */
  LocalText name(Section section, String key) {
    return section
        .require(key)
        .flatMap(entry -> entry.isMap() ? text(entry, Limits.TITLE) : same(entry, Limits.TITLE))
        .orElse(missing());
  }

  /** The lists of a key such as {@code questions}, one list for each language. */
  Map<Locale, List<String>> lists(Section section, String key, int max) {
    return section
        .get(key)
        .map(entry -> byLanguage(entry, Entry::isList, list -> strings(list, max)))
        .orElse(Map.of());
  }

  Map<Locale, List<String>> requireLists(Section section, String key, int max) {
    section.require(key, "Add some for each language.");
    return lists(section, key, max);
  }

  private Optional<LocalText> text(Entry entry, int max) {
    Map<Locale, String> texts = byLanguage(entry, Entry::isText, text -> text.text(max));
    if (!texts.containsKey(original())) {
      return Optional.empty(); // noted while reading
    }
    return Optional.of(new LocalText(original(), texts));
  }

  private Optional<LocalText> same(Entry entry, int max) {
    return entry.text(max).map(text -> {
      Map<Locale, String> texts = new LinkedHashMap<>();
      texts.put(original(), text);
      all.forEach(language -> texts.put(language, text));
      return new LocalText(original(), texts);
    });
  }

  private static Optional<List<String>> strings(Entry list, int max) {
    List<Entry> items = list.items();
    if (items.isEmpty() && list.isList()) {
      list.wrong("is empty", "Write at least one.");
    }
    return Optional.of(items.stream().flatMap(item -> item.text(max).stream()).toList());
  }

  /** One value for each language; a policy of one language may do without naming it. */
  private <T> Map<Locale, T> byLanguage(
      Entry entry, Predicate<Entry> plain, Function<Entry, Optional<T>> read) {
    Map<Locale, T> values = new LinkedHashMap<>();
    if (all.size() <= 1 && plain.test(entry)) {
      read.apply(entry).ifPresent(value -> values.put(original(), value));
    } else if (!entry.isMap() && all.size() > 1) {
      entry.wrong(
          "is not said for each language (" + codes() + ")", "Write { " + skeleton() + " }.");
    } else {
      entry.section().ifPresent(section -> eachLanguage(section, values, read));
    }
    return values;
  }

  private <T> void eachLanguage(
      Section section, Map<Locale, T> values, Function<Entry, Optional<T>> read) {
    if (all.isEmpty()) {
      return; // what is wrong with the policy's languages is noted already
    }
    for (Locale language : all) {
      String code = language.toLanguageTag();
      if (!section.has(code)) {
        section.wrong(
            code, "is missing in \"" + code + "\"", "Write it; nothing is translated by itself.");
      }
      section.get(code).flatMap(read).ifPresent(value -> values.put(language, value));
    }
    section.close(
        key ->
            " is in \"" + key + "\", which is not among the policy's languages (" + codes() + ")",
        "Add it to languages, or remove it here.");
  }

  LocalText missing() {
    return new LocalText(original(), Map.of(original(), "?"));
  }

  String codes() {
    return String.join(", ", all.stream().map(Locale::toLanguageTag).toList());
  }

  private String skeleton() {
    return String.join(", ", all.stream().map(l -> l.toLanguageTag() + ": …").toList());
  }
}
