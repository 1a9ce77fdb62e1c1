package dev.instead.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A text of an entry that can be said anew. */
public enum Part {
  TOPIC,
  LABEL,
  DONT,
  /** What to do instead; {@code do.text} in the file. */
  DO,
  WHY,
  COPY,
  /** Of an embargo, until it is lifted. */
  BEFORE,
  /** Of an embargo, once it is lifted. */
  AFTER,
  /** Of a protected topic or a reply. */
  TEXT,
  HELP;

  /** As it travels in forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@link #code} wrote; empty for anything else. */
  public static Optional<Part> ofCode(String code) {
    return Stream.of(values()).filter(part -> part.code().equals(code)).findFirst();
  }
}
