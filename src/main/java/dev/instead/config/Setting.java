package dev.instead.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting, as operators know it.
 *
 * @param name the environment variable
 * @param standard what holds when it isn't set; null when nothing does
 * @param meaning one sentence for the table of settings
 * @param example shown where there is no default; see {@link Presence}
 * @param hidden whether a wrong value is kept out of messages, because it may be or contain a secret
 */
public record Setting<T>(
    String name,
    @Nullable String standard,
    Presence presence,
    String example,
    String meaning,
    boolean hidden,
    Function<String, T> parser) {
  private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@");

  public enum Presence {
    REQUIRED,

    /** Unless another one is set, which {@code example} names. */
    ALTERNATIVE,
    STANDARD,

    /** What holds otherwise depends on other settings; {@code example} says on which. */
    DERIVED,
    OPTIONAL
  }

  static <T> Setting<T> standard(
      String name, String standard, String meaning, Function<String, T> parser) {
    return new Setting<>(name, standard, Presence.STANDARD, standard, meaning, false, parser);
  }

  /** With a default, and perhaps with a password in it. */
  static <T> Setting<T> hidden(
      String name, String standard, String meaning, Function<String, T> parser) {
    return new Setting<>(name, standard, Presence.STANDARD, standard, meaning, true, parser);
  }

  static <T> Setting<T> optional(
      String name, String example, String meaning, Function<String, T> parser) {
    return new Setting<>(name, null, Presence.OPTIONAL, example, meaning, false, parser);
  }

  /** A secret that isn't always needed. */
  static <T> Setting<T> hiddenOptional(
      String name, String example, String meaning, Function<String, T> parser) {
    return new Setting<>(name, null, Presence.OPTIONAL, example, meaning, true, parser);
  }

  static <T> Setting<T> derived(
      String name, String from, String meaning, Function<String, T> parser) {
    return new Setting<>(name, null, Presence.DERIVED, from, meaning, false, parser);
  }

  /** Must be set, and may be seen. */
  static <T> Setting<T> required(
      String name, String example, String meaning, Function<String, T> parser) {
    return new Setting<>(name, null, Presence.REQUIRED, example, meaning, false, parser);
  }

  /** Must be set, unless the one named {@code other} is. */
  static <T> Setting<T> secretUnless(
      String name, String other, String meaning, Function<String, T> parser) {
    return new Setting<>(name, null, Presence.ALTERNATIVE, other, meaning, true, parser);
  }

  /** Must be set. */
  static <T> Setting<T> secret(
      String name, String example, String meaning, Function<String, T> parser) {
    return new Setting<>(name, null, Presence.REQUIRED, example, meaning, true, parser);
  }

  /** The same under another name, for a value that is given elsewhere. */
  public Setting<T> named(String other) {
    return new Setting<>(other, standard, presence, example, meaning, hidden, parser);
  }

  /** The value, or empty: then it is optional and not set, or {@code problems} has one line more. Blank counts as not set. */
  public Optional<T> read(Map<String, String> environment, List<String> problems) {
    String text = isSet(environment) ? given(name, environment) : standard;
    if (text == null) {
      if (presence == Presence.REQUIRED) {
        problems.add("%s is missing. Set it: %s".formatted(name, meaning));
      } else if (presence == Presence.ALTERNATIVE && given(example, environment).isEmpty()) {
        problems.add("%s is missing. Set it, or %s: %s".formatted(name, example, meaning));
      }
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text));
    } catch (Unusable e) {
      problems.add("%s is %s. %s".formatted(name, shown(text), e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Its row in a table of settings, in Markdown.
   *
   * @param where it is required, if it is
   */
  String row(String where) {
    String otherwise = switch (presence) {
      case REQUIRED -> "**required** %s, `%s`".formatted(where, example);
      case ALTERNATIVE -> "**required** %s unless `%s` is set".formatted(where, example);
      case STANDARD -> "`" + standard + "`";
      case DERIVED -> example;
      case OPTIONAL -> "none, e.g. `" + example + "`";
    };
    return "| `%s` | %s | %s |\n".formatted(name, otherwise, meaning);
  }

  boolean isSet(Map<String, String> environment) {
    return !given(name, environment).isEmpty();
  }

  private static String given(String name, Map<String, String> environment) {
    return environment.getOrDefault(name, "").strip();
  }

  /** Without the user and password that somebody may have put into an address. */
  private String shown(String text) {
    return hidden
        ? "set, but can't be right"
        : '"' + CREDENTIALS.matcher(text).replaceAll("//…@") + '"';
  }

  /** A value that can't be used; the message says what to do. */
  static final class Unusable extends RuntimeException {
    Unusable(String remedy) {
      super(remedy, null, false, false);
    }
  }
}
