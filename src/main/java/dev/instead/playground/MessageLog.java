package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages of all conversations by their ts, and how far each person has read. Guarded by the workspace's lock. */
final class MessageLog {
  private static final String NEVER = "";

  private final Clock clock;
  // Every ts has ten digits, a point and six digits until the year 2286, so text order is time
  // order.
  private final Map<String, NavigableMap<String, SlackMessage>> byChannel = new HashMap<>();
  private final Map<String, String> lastRead = new HashMap<>();
  private long lastMicros;

  MessageLog(Clock clock) {
    this.clock = clock;
  }

  List<SlackMessage> in(String channel) {
    return List.copyOf(log(channel).values());
  }

  List<SlackMessage> all() {
    NavigableMap<String, SlackMessage> everything = new TreeMap<>();
    byChannel.values().forEach(everything::putAll);
    return List.copyOf(everything.values());
  }

  Optional<SlackMessage> find(String channel, String ts) {
    return Optional.ofNullable(log(channel).get(ts));
  }

  SlackMessage add(SlackWorkspace.Draft draft) {
    return keep(
        message(draft, nextTs(), draft.metadata(), draft.thread(), draft.seenOnlyBy(), false));
  }

  SlackMessage edit(SlackMessage old, SlackWorkspace.Draft content) {
    ObjectNode metadata = content.metadata() == null ? old.metadata() : content.metadata();
    return keep(message(content, old.ts(), metadata, old.thread(), old.seenOnlyBy(), true));
  }

  SlackMessage remove(SlackMessage message) {
    log(message.channel()).remove(message.ts());
    return message;
  }

  String markRead(String user, String channel) {
    String newest = log(channel).isEmpty() ? NEVER : log(channel).lastKey();
    lastRead.put(user + " " + channel, newest);
    return newest;
  }

  /** Newer than what the person has read, by others, neither replies nor ephemeral: what Slack counts. */
  List<SlackMessage> unread(String user, String channel) {
    List<SlackMessage> found = new ArrayList<>();
    String read = lastRead.getOrDefault(user + " " + channel, NEVER);
    for (SlackMessage message : log(channel).tailMap(read, false).values()) {
      if (!message.user().equals(user) && !message.isReply() && !message.isEphemeral()) {
        found.add(message);
      }
    }
    return List.copyOf(found);
  }

  private SlackMessage keep(SlackMessage message) {
    log(message.channel()).put(message.ts(), message);
    return message;
  }

  private static SlackMessage message(
      SlackWorkspace.Draft draft,
      String ts,
      @Nullable ObjectNode metadata,
      @Nullable String thread,
      @Nullable String seenOnlyBy,
      boolean edited) {
    ArrayNode blocks = draft.blocks() == null ? Json.array() : BlockTree.withIds(draft.blocks());
    return new SlackMessage(
        draft.channel(),
        ts,
        draft.user(),
        draft.text(),
        blocks,
        metadata,
        thread,
        seenOnlyBy,
        edited);
  }

  private NavigableMap<String, SlackMessage> log(String channel) {
    return byChannel.computeIfAbsent(channel, any -> new TreeMap<>());
  }

  private String nextTs() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    lastMicros = Math.max(lastMicros + 1, micros);
    return String.format(Locale.ROOT, "%010d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
  }
}
