package dev.instead.playground;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often Slack takes each method in a minute, and posts to one channel in a second. More is refused with HTTP 429 and told when to come
 * again (https://docs.slack.dev/apis/web-api/rate-limits). Strict: Slack promises these numbers at least, here they are the
 * most.
 */
final class RateLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String POST = "chat.postMessage";

  private static final Map<String, Integer> A_MINUTE = Map.ofEntries(
      Map.entry("users.list", 20),
      Map.entry("conversations.list", 20),
      Map.entry("usergroups.list", 20),
      Map.entry("usergroups.users.list", 20),
      Map.entry("chat.update", 50),
      Map.entry("conversations.open", 50),
      Map.entry("conversations.info", 50),
      Map.entry("conversations.history", 50),
      Map.entry("conversations.replies", 50),
      Map.entry("users.lookupByEmail", 50),
      Map.entry("views.open", 100),
      Map.entry("views.update", 100),
      Map.entry("views.publish", 100),
      Map.entry("users.info", 100),
      Map.entry("chat.postEphemeral", 100),
      Map.entry("conversations.members", 100),
      Map.entry("auth.test", 600));

  private final int postsAMinute;
  private final int burst;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();

  /** When each channel will have forgotten what was posted in it. */
  private final Map<String, Instant> fullAt = new HashMap<>();

  /**
   * @param postsAMinute in the whole workspace; Slack says "several hundred"
   * @param burst so many may come at once in a channel: Slack's "short bursts"
   */
  RateLimits(int postsAMinute, int burst) {
    this.postsAMinute = postsAMinute;
    this.burst = burst;
  }

  /** How long a call has to wait; empty when it is taken, and then it counts. */
  Optional<Duration> refusal(String method, String channel, Instant now) {
    int most = method.equals(POST) ? postsAMinute : A_MINUTE.getOrDefault(method, 0);
    Deque<Instant> all = lastMinute(method, now);
    if (most > 0 && all.size() >= most) {
      return Optional.of(wholeSeconds(Duration.between(now, all.getFirst().plus(MINUTE))));
    }
    if (method.equals(POST)) {
      Instant full = fullAt.getOrDefault(channel, now);
      Instant next = full.isAfter(now) ? full.plusSeconds(1) : now.plusSeconds(1);
      if (next.isAfter(now.plusSeconds(burst))) {
        return Optional.of(wholeSeconds(Duration.between(now.plusSeconds(burst), next)));
      }
      fullAt.put(channel, next);
    }
    all.addLast(now);
    return Optional.empty();
  }

  private Deque<Instant> lastMinute(String method, Instant now) {
    Deque<Instant> window = calls.computeIfAbsent(method, any -> new ArrayDeque<>());
    while (!window.isEmpty() && !window.getFirst().plus(MINUTE).isAfter(now)) {
      window.removeFirst();
    }
    return window;
  }

  /** Rounded up, as Slack says it. */
  private static Duration wholeSeconds(Duration left) {
    return Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds()));
  }
}
