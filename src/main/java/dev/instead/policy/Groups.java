package dev.instead.policy;

import java.util.Map;

/**
 * The subjects under which people read a policy who don't ask. An answer may stand in none.
 *
 * @param titles in the file's order
 * @param byAnswer in which group an answer stands
 */
public record Groups(Map<GroupId, LocalText> titles, Map<RuleId, GroupId> byAnswer) {
  public static final Groups NONE = new Groups(Map.of(), Map.of());

  public Groups {
    titles = InOrder.copyOf(titles);
    byAnswer = InOrder.copyOf(byAnswer);
  }
}
