package dev.instead.parity;

import dev.instead.office.LiveOffice;
import java.util.regex.Pattern;

/**
 * Something on somebody's screen.
 *
 * @param text what it says, without the platform's markup, people by their full names
 * @param below what it stands below: the id of the thread's first message, or empty
 * @param id the message's own id, empty for what is no message
 * @param message the platform's own object, for pressing its buttons
 */
record Seen(String text, String below, String id, Object message) {
  boolean says(String words) {
    return text.contains(words);
  }

  /** How often it says this. */
  int count(String words) {
    return text.split(Pattern.quote(words), -1).length - 1;
  }

  boolean isBelow(Seen card) {
    return below.equals(card.id);
  }

  /** The case's number that it names. */
  String number() {
    return LiveOffice.numberIn(text)
        .orElseThrow(() -> new AssertionError("There is no number in: " + text));
  }
}
