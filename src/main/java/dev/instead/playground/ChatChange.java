package dev.instead.playground;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what changed in a workspace or tenant, so that a page fetches only that.
 *
 * @param conversations the conversations concerned, possibly none
 * @param people who can see the change; null means everybody
 */
public record ChatChange(
    long revision,
    Kind kind,
    Set<String> conversations,
    @Nullable Set<String> people) {
  /** Which part of it changed. */
  public enum Kind {
    MESSAGE,
    VIEW,
    HOME,
    DIALOG,
    STATE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
