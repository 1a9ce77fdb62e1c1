package dev.instead.playground;

import java.util.List;

/** A user group such as {@code @social-care}. */
public record SlackGroup(String id, String handle, List<String> members) {
  public SlackGroup {
    members = List.copyOf(members);
  }
}
