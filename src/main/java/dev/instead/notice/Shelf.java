package dev.instead.notice;

import dev.instead.policy.LocalText;
import java.util.Optional;

/**
 * Entries of the policy that are read together.
 *
 * @param id a group's of the policy, or one of these here, which no group can have
 * @param title absent for these here: the product has words of its own for them
 * @param entries how many stand in it today
 */
public record Shelf(String id, Optional<LocalText> title, int entries) {
  public static final String ALL = ".all";

  /** Answers without a group, and embargoes. */
  public static final String MORE = ".more";

  public static final String RIGHTS = ".rights";
  public static final String OWN_ACCOUNT = ".own_account";
  public static final String SENSITIVE = ".sensitive";

  /** What it is called. */
  public String name(Voice in, int max) {
    return title.map(text -> in.plain(text, max)).orElseGet(() -> in.say("shelf" + id));
  }
}
