package dev.instead.playground;

import java.util.List;

/**
 * A user group such as {@code @social-care}.
 *
 * @param team the workspace that it is of
 */
public record SlackGroup(String id, String handle, List<String> members, String team) {
  public SlackGroup {
    members = List.copyOf(members);
  }

  public SlackGroup(String id, String handle, List<String> members) {
    this(id, handle, members, SlackWorkspace.TEAM);
  }
}
