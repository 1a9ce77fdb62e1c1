package dev.instead.slack;

import java.util.Optional;

/**
 * A user group as the policy names it: {@code S0CARE}, or on Enterprise Grid {@code T0MEDAN/S0CARE}, because every workspace has user
 * groups of its own.
 */
record GroupAddress(Optional<String> workspace, String group) {
  static GroupAddress parse(String id) {
    int slash = id.indexOf('/');
    return slash < 0
        ? new GroupAddress(Optional.empty(), id)
        : new GroupAddress(Optional.of(id.substring(0, slash)), id.substring(slash + 1));
  }
}
