package dev.instead.playground;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The awkward things the local Slack does when told to: it is slow, it limits, it drops, it repeats. */
public final class Troubles {
  /** What the API does with one call instead of answering it. */
  sealed interface Refused {
    record RateLimited(Duration retryAfter) implements Refused {}

    record Failed(String error) implements Refused {}
  }

  private record Limit(int left, Refused answer) {}

  private static final String ANY = "*";

  private final Map<String, Limit> limits = new HashMap<>();
  private Duration slow = Duration.ZERO;
  private int drops;
  private boolean twice;
  private @Nullable RateLimits rates;

  /** Every Web API answer waits this long; what was asked is done before the wait. */
  public synchronized void answerSlowly(Duration by) {
    slow = by;
  }

  public synchronized Duration slowness() {
    return slow;
  }

  /** The next {@code calls} of any method are refused with HTTP 429. */
  public void limitNext(int calls, Duration retryAfter) {
    limitNext(ANY, calls, retryAfter);
  }

  /** The next {@code calls} of one method, e.g. {@code chat.update}, are refused with HTTP 429. */
  public synchronized void limitNext(String method, int calls, Duration retryAfter) {
    limits.put(method, new Limit(calls, new Refused.RateLimited(retryAfter)));
  }

  /** The next {@code calls} of one method answer this error and do nothing. */
  public synchronized void failNext(String method, int calls, String error) {
    limits.put(method, new Limit(calls, new Refused.Failed(error)));
  }

  /**
   * From now on calls are counted, and refused beyond what Slack promises to take: each method by its tier, posts also by channel.
   *
   * @param postsAMinute to all channels together; Slack says "several hundred"
   * @param burst how many posts one channel takes at once; over time it is one a second
   */
  public synchronized void limitRates(int postsAMinute, int burst) {
    rates = new RateLimits(postsAMinute, burst);
  }

  synchronized Optional<Duration> tooOften(String method, String channel, Instant now) {
    return rates == null ? Optional.empty() : rates.refusal(method, channel, now);
  }

  /** How many more calls of any method will be answered 429. */
  public synchronized int limited() {
    return Optional.ofNullable(limits.get(ANY)).map(Limit::left).orElse(0);
  }

  /** The next {@code posts} (any chat method that writes) are carried out, and then the connection is cut unanswered. */
  public synchronized void dropNext(int posts) {
    drops = posts;
  }

  public synchronized int dropping() {
    return drops;
  }

  /** Everything sent to the bot is sent twice; events carry Slack's retry headers the second time. */
  public synchronized void deliverTwice(boolean on) {
    twice = on;
  }

  public synchronized boolean deliversTwice() {
    return twice;
  }

  /** Back to a healthy Slack. */
  public synchronized void none() {
    limits.clear();
    slow = Duration.ZERO;
    drops = 0;
    twice = false;
    rates = null;
  }

  synchronized Optional<Refused> refusal(String method) {
    return used(method).or(() -> used(ANY));
  }

  synchronized boolean drops(String method) {
    boolean writes = method.startsWith("chat.") && !method.equals("chat.getPermalink");
    if (writes && drops > 0) {
      drops--;
      return true;
    }
    return false;
  }

  private Optional<Refused> used(String method) {
    Limit limit = limits.get(method);
    if (limit == null || limit.left() <= 0) {
      return Optional.empty();
    }
    limits.put(method, new Limit(limit.left() - 1, limit.answer()));
    return Optional.of(limit.answer());
  }
}
