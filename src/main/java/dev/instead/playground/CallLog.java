package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the bot asked of the Web API: the latest calls with what they carried, and how many there were of each. */
public final class CallLog {
  static final String RATE_LIMITED = "ratelimited";

  private static final int KEPT = 5_000;

  /**
   * One call.
   *
   * @param arguments as sent, JSON texts parsed, without the token
   * @param outcome {@code ok}, {@code ok, then dropped}, {@code ratelimited} or Slack's error word
   */
  public record Call(Instant at, String method, ObjectNode arguments, String outcome) {}

  private final Deque<Call> latest = new ArrayDeque<>();
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Long> refusals = new HashMap<>();

  synchronized void add(Call call) {
    counts.merge(call.method(), 1L, Long::sum);
    if (call.outcome().equals(RATE_LIMITED)) {
      refusals.merge(call.method(), 1L, Long::sum);
    }
    latest.addLast(call);
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
  }

  /** How often the method was called since the start, refused calls included. */
  public synchronized long count(String method) {
    return counts.getOrDefault(method, 0L);
  }

  /** All methods that were called since the start, and how often. */
  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** How often the method was refused since the start because it was called too often. */
  public synchronized long refused(String method) {
    return refusals.getOrDefault(method, 0L);
  }

  /** The latest calls of a method, oldest first, at most 5,000 of all methods together. */
  public synchronized List<Call> of(String method) {
    return latest.stream().filter(call -> call.method().equals(method)).toList();
  }

  public synchronized Optional<Call> last(String method) {
    List<Call> calls = of(method);
    return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
  }

  public synchronized List<Call> all() {
    return List.copyOf(latest);
  }

  public synchronized void clear() {
    latest.clear();
    counts.clear();
    refusals.clear();
  }
}
