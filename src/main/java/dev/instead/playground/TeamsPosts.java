package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages of all conversations by their id, and how far each person has read. Guarded by the tenant's lock. */
final class TeamsPosts {
  private static final String NEVER = "";

  private final Clock clock;
  // Every id has thirteen digits until the year 2286, so text order is time order.
  private final Map<String, NavigableMap<String, TeamsPost>> byConversation = new HashMap<>();
  private final Map<String, String> lastRead = new HashMap<>();
  private long last;

  TeamsPosts(Clock clock) {
    this.clock = clock;
  }

  List<TeamsPost> in(String conversation) {
    return List.copyOf(log(conversation).values());
  }

  Optional<TeamsPost> find(String conversation, String id) {
    return Optional.ofNullable(log(conversation).get(id));
  }

  TeamsPost add(TeamsTenant.Draft draft) {
    last = Math.max(last + 1, clock.millis());
    return keep(post(draft, Long.toString(last), draft.root(), draft.seenOnlyBy(), false));
  }

  TeamsPost edit(TeamsPost old, TeamsTenant.Draft content) {
    return keep(post(content, old.id(), old.root(), old.seenOnlyBy(), true));
  }

  TeamsPost remove(TeamsPost post) {
    log(post.conversation()).remove(post.id());
    return post;
  }

  String markRead(String person, String conversation) {
    String newest = log(conversation).isEmpty() ? NEVER : log(conversation).lastKey();
    lastRead.put(person + " " + conversation, newest);
    return newest;
  }

  /** Newer than what the person has read, by others, and meant for the person too. */
  List<TeamsPost> unread(String person, String conversation) {
    List<TeamsPost> found = new ArrayList<>();
    String read = lastRead.getOrDefault(person + " " + conversation, NEVER);
    for (TeamsPost post : log(conversation).tailMap(read, false).values()) {
      if (!post.from().equals(person) && isSeenBy(post, person)) {
        found.add(post);
      }
    }
    return List.copyOf(found);
  }

  static boolean isSeenBy(TeamsPost post, String person) {
    return post.seenOnlyBy() == null || person.equals(post.seenOnlyBy());
  }

  private TeamsPost keep(TeamsPost post) {
    log(post.conversation()).put(post.id(), post);
    return post;
  }

  private static TeamsPost post(
      TeamsTenant.Draft draft,
      String id,
      @Nullable String root,
      @Nullable String seenOnlyBy,
      boolean edited) {
    ArrayNode cards = draft.cards().deepCopy();
    return new TeamsPost(
        draft.conversation(),
        id,
        draft.from(),
        draft.text(),
        draft.summary(),
        cards,
        root,
        seenOnlyBy,
        edited);
  }

  private NavigableMap<String, TeamsPost> log(String conversation) {
    return byConversation.computeIfAbsent(conversation, any -> new TreeMap<>());
  }
}
