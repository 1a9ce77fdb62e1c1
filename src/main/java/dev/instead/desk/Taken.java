package dev.instead.desk;

import dev.instead.report.Link;
import dev.instead.report.Links;
import dev.instead.report.Report;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A filing, checked: link and words apart. */
record Taken(Optional<Link> link, String text, Optional<String> problem) {
  /**
   * Nothing but what is meant as an address: with a scheme, {@code www.}, or numbers only. With words beside it a report is taken as it is,
   * bad address and all: what was seen counts.
   */
  private static final Pattern ADDRESS_ALONE = Pattern.compile(
      "(?i)<?(?:[a-z][a-z0-9+.-]*://|www\\.|\\d{1,3}(?:\\.\\d{1,3}){3}(?=[:/]|$))\\S*");

  static Taken from(Filing filing) {
    String text = filing.text().strip();
    if (text.length() > Report.MAX_TEXT) {
      return new Taken(Optional.empty(), "", Optional.of("unclear.text_too_long"));
    }
    if (filing.link().isBlank()) {
      Optional<Links.Split> found = Links.split(text);
      String words = found.map(Links.Split::words).orElse(text);
      boolean empty = found.isEmpty() && words.isEmpty();
      Optional<String> problem = found.isEmpty() && ADDRESS_ALONE.matcher(text).matches()
          ? problemOfLink(text)
          : Optional.empty();
      return new Taken(
          found.map(Links.Split::link), words, empty ? Optional.of("unclear.empty") : problem);
    }
    Links.Parsed parsed = Links.parse(filing.link());
    if (parsed instanceof Links.Parsed.Bad) {
      return new Taken(Optional.empty(), text, problemOfLink(filing.link()));
    }
    return new Taken(Optional.of(((Links.Parsed.Good) parsed).link()), text, Optional.empty());
  }

  private static Optional<String> problemOfLink(String typed) {
    return Links.parse(typed) instanceof Links.Parsed.Bad bad
        ? Optional.of("unclear.link_" + bad.problem().name().toLowerCase(Locale.ROOT))
        : Optional.empty();
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
