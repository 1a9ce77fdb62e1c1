package dev.instead.desk;

import dev.instead.report.Link;
import dev.instead.report.Links;
import dev.instead.report.Report;
import java.util.Locale;
import java.util.Optional;

/** A filing, checked: link and words apart. */
record Taken(Optional<Link> link, String text, Optional<String> problem) {
  static Taken from(Filing filing) {
    String text = filing.text().strip();
    if (text.length() > Report.MAX_TEXT) {
      return new Taken(Optional.empty(), "", Optional.of("unclear.text_too_long"));
    }
    if (filing.link().isBlank()) {
      Optional<Link> found = Links.firstIn(text);
      String words = found.map(link -> Links.without(text, link)).orElse(text).strip();
      boolean empty = found.isEmpty() && words.isEmpty();
      return new Taken(found, words, empty ? Optional.of("unclear.empty") : Optional.empty());
    }
    Links.Parsed parsed = Links.parse(filing.link());
    if (parsed instanceof Links.Parsed.Bad bad) {
      return new Taken(
          Optional.empty(),
          text,
          Optional.of("unclear.link_" + bad.problem().name().toLowerCase(Locale.ROOT)));
    }
    return new Taken(Optional.of(((Links.Parsed.Good) parsed).link()), text, Optional.empty());
  }

  static Optional<String> problemOf(String text) {
    if (text.isBlank()) {
      return Optional.of("unclear.empty");
    }
    return text.length() > Report.MAX_TEXT
        ? Optional.of("unclear.text_too_long")
        : Optional.empty();
  }
}
