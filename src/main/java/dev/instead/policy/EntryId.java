package dev.instead.policy;

import java.util.Optional;

/** Something of the policy that has an id and can be changed by itself. */
public sealed interface EntryId permits RuleId, ResourceId, ReplyId {
  String value();

  /** As it is stored and travels in buttons, e.g. {@code resource:repairs}. */
  default String code() {
    return kind() + ":" + value();
  }

  /** {@code rule}, {@code resource} or {@code reply}; written out, since it is stored. */
  default String kind() {
    if (this instanceof RuleId) return "rule";
    if (this instanceof ResourceId) return "resource";
    return "reply";
  }

  /** What {@link #code} wrote; empty for anything else. */
  static Optional<EntryId> ofCode(String code) {
    String[] parts = code.split(":", 2);
    if (parts.length < 2 || parts[1].isEmpty()) {
      return Optional.empty();
    }
    return switch (parts[0]) {
      case "rule" -> Optional.of(new RuleId(parts[1]));
      case "resource" -> Optional.of(new ResourceId(parts[1]));
      case "reply" -> Optional.of(new ReplyId(parts[1]));
      default -> Optional.empty();
    };
  }
}
