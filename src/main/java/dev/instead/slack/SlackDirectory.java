package dev.instead.slack;

import com.slack.api.Slack;
import dev.instead.people.Directory;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** stub. */
public final class SlackDirectory implements Directory {
  private final Slack slack;
  private final String token;

  public SlackDirectory(Slack slack, String token, Executor lookups) {
    this.slack = slack;
    this.token = token;
  }

  @Override
  public Optional<Profile> profile(Person person) {
    return Optional.empty();
  }

  @Override
  public Optional<Set<String>> members(Platform platform, String workspace, String group) {
    try {
      return Optional.of(Set.copyOf(
          slack.methods(token).usergroupsUsersList(r -> r.usergroup(group)).getUsers()));
    } catch (Exception e) {
      return Optional.empty();
    }
  }
}
