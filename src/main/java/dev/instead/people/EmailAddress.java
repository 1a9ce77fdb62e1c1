package dev.instead.people;

import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address that a platform says is somebody's, in lower case: people write theirs in either. It is compared and never shown, so
 * it has no words for logs.
 */
public record EmailAddress(String text) {
  /** RFC 5321 allows 254 characters. */
  private static final int LONGEST = 254;

  /** Empty when {@code said} can't be an address. */
  public static Optional<EmailAddress> of(String said) {
    String text = said.strip().toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf('@');
    return at > 0 && at < text.length() - 1 && text.length() <= LONGEST
        ? Optional.of(new EmailAddress(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "an e-mail address";
  }
}
