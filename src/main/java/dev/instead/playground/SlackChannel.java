package dev.instead.playground;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A channel, or somebody's direct messages with the app.
 *
 * @param with the person of a direct message; null for channels
 */
public record SlackChannel(
    String id,
    String name,
    String topic,
    boolean isPrivate,
    boolean archived,
    List<String> members,
    @Nullable String with) {

  public SlackChannel {
    members = List.copyOf(members);
  }

  public static SlackChannel open(String id, String name, String topic, String... members) {
    return new SlackChannel(id, name, topic, false, false, List.of(members), null);
  }

  public static SlackChannel closed(String id, String name, String topic, String... members) {
    return new SlackChannel(id, name, topic, true, false, List.of(members), null);
  }

  static SlackChannel direct(SlackUser user) {
    return new SlackChannel(
        user.directMessage(),
        user.name(),
        "",
        true,
        false,
        List.of(user.id(), SlackWorkspace.BOT_USER),
        user.id());
  }

  public boolean isDirect() {
    return with != null;
  }

  public boolean has(String user) {
    return members.contains(user);
  }

  SlackChannel archived(boolean now) {
    return new SlackChannel(id, name, topic, isPrivate, now, members, with);
  }

  SlackChannel joinedBy(String user) {
    Set<String> more = new LinkedHashSet<>(members);
    more.add(user);
    return new SlackChannel(id, name, topic, isPrivate, archived, List.copyOf(more), with);
  }

  SlackChannel leftBy(String user) {
    List<String> rest = members.stream().filter(member -> !member.equals(user)).toList();
    return new SlackChannel(id, name, topic, isPrivate, archived, rest, with);
  }
}
