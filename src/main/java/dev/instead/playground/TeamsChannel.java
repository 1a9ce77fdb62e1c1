package dev.instead.playground;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A channel of the local team.
 *
 * @param id {@code 19:…@thread.tacv2}; the General channel's is the team's own
 * @param closed a private channel, with members of its own; to any other the whole team belongs
 * @param members AAD object ids, for a closed channel
 * @param deleted it was deleted: nothing can be said there any more
 */
public record TeamsChannel(
    String id, String name, String topic, boolean closed, List<String> members, boolean deleted) {

  public TeamsChannel {
    members = List.copyOf(members);
  }

  public static TeamsChannel open(String id, String name, String topic) {
    return new TeamsChannel(id, name, topic, false, List.of(), false);
  }

  public static TeamsChannel closed(String id, String name, String topic, String... members) {
    return new TeamsChannel(id, name, topic, true, List.of(members), false);
  }

  boolean isGeneral() {
    return id.equals(TeamsTenant.TEAM);
  }

  TeamsChannel named(String other) {
    return new TeamsChannel(id, other, topic, closed, members, deleted);
  }

  TeamsChannel gone() {
    return new TeamsChannel(id, name, topic, closed, members, true);
  }

  TeamsChannel joinedBy(String aad) {
    Set<String> more = new LinkedHashSet<>(members);
    more.add(aad);
    return new TeamsChannel(id, name, topic, closed, List.copyOf(more), deleted);
  }

  TeamsChannel leftBy(String aad) {
    List<String> rest = members.stream().filter(member -> !member.equals(aad)).toList();
    return new TeamsChannel(id, name, topic, closed, rest, deleted);
  }
}
