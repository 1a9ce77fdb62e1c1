package dev.instead.desk;

import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import dev.instead.policy.Members;
import dev.instead.policy.Policy;
import dev.instead.policy.Team;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where teams work and whom the policy names, as addresses. */
public final class Places {
  private final Workspaces workspaces;

  public Places(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** The team's conversation. A team has one card per case, so one conversation: on the platform that is installed, Slack first. */
  public Optional<Channel> of(Team team) {
    return first(team.channels());
  }

  /** Where cards go that can't be posted where they belong. */
  public Optional<Channel> fallback(Policy policy) {
    return first(policy.fallback());
  }

  /** The people that the policy names one by one; groups can't be sent to. */
  public List<Person> people(Members members) {
    return Arrays.stream(Platform.values())
        .flatMap(platform -> workspaces.on(platform).stream()
            .flatMap(workspace -> members.on(platform).stream()
                .filter(id -> !Members.isGroup(platform, id))
                .map(id -> new Person(platform, workspace, id))))
        .toList();
  }

  private Optional<Channel> first(Map<Platform, String> conversations) {
    for (Platform platform : Platform.values()) {
      Optional<String> workspace = workspaces.on(platform);
      String conversation = conversations.get(platform);
      if (workspace.isPresent() && conversation != null) {
        return Optional.of(new Channel(platform, workspace.get(), conversation));
      }
    }
    return Optional.empty();
  }
}
