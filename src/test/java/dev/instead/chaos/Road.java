package dev.instead.chaos;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The way between the bot and a chat platform: now and then it refuses, delays or loses what is sent on it, or what is answered. */
final class Road implements Filter {
  /** What becomes of one call. */
  enum Mishap {
    NONE("nothing"),
    TOO_MANY("429 with Retry-After"),
    BAD_BEFORE("503, not carried out"),
    RESET_BEFORE("cut, not carried out"),
    BAD_AFTER("502, though carried out"),
    RESET_AFTER("cut, though carried out"),
    SLOW("slow");

    final String words;

    Mishap(String words) {
      this.words = words;
    }
  }

  private static final Mishap[] MISHAPS = {
    Mishap.TOO_MANY,
    Mishap.BAD_BEFORE,
    Mishap.RESET_BEFORE,
    Mishap.BAD_AFTER,
    Mishap.RESET_AFTER,
    Mishap.SLOW,
    Mishap.SLOW
  };
  private static final int PERCENT = 100;
  private static final int LONGEST_MILLIS = 1_500;

  /** Kills whoever calls, once. {@code host} is how the victim writes this machine's name; empty for anyone. */
  record Trap(Step step, String host, int passes, Runnable kill) {
    Trap passed() {
      return new Trap(step, host, passes - 1, kill);
    }
  }

  private final Random random;
  private final Map<Mishap, Integer> met = new EnumMap<>(Mishap.class);
  private Optional<Trap> trap = Optional.empty();
  private volatile int mishaps;

  Road(long seed) {
    random = new Random(seed);
  }

  /** Of a hundred calls, so many meet something. */
  void mishaps(int percent) {
    mishaps = percent;
  }

  synchronized void set(Trap next) {
    trap = Optional.of(next);
  }

  synchronized void unset() {
    trap = Optional.empty();
  }

  /** How often each mishap happened. */
  synchronized Map<Mishap, Integer> met() {
    return new EnumMap<>(met);
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain onwards)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    if (!says(request)) {
      onwards.doFilter(request, response);
      return;
    }
    if (caught(Step.SENDING, request)) {
      cut(request);
      return;
    }
    Mishap mishap = next();
    switch (mishap) {
      case TOO_MANY -> {
        response.setHeader("Retry-After", "1");
        refuse(response, 429);
      }
      case BAD_BEFORE -> refuse(response, 503);
      case RESET_BEFORE -> cut(request);
      case NONE, SLOW, BAD_AFTER, RESET_AFTER -> carryOut(mishap, request, response, onwards);
    }
  }

  private void carryOut(
      Mishap mishap, HttpServletRequest request, HttpServletResponse response, FilterChain onwards)
      throws IOException, ServletException {
    Unsent unsent = new Unsent(response);
    onwards.doFilter(request, unsent);
    if (caught(Step.ACCEPTED, request) || mishap == Mishap.RESET_AFTER) {
      cut(request);
      return;
    }
    if (mishap == Mishap.BAD_AFTER) {
      refuse(response, 502);
      return;
    }
    if (mishap == Mishap.SLOW) {
      pause();
    }
    unsent.send();
  }

  /** Only what writes to a chat is of interest, and looks for what was written. */
  private static boolean says(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.contains("/chat.postMessage")
        || path.contains("/chat.update")
        || path.contains("/conversations.history")
        || (path.startsWith("/connector/")
            && !request.getMethod().equals("GET")
            && path.contains("/conversations"));
  }

  private synchronized Mishap next() {
    if (random.nextInt(PERCENT) >= mishaps) {
      return Mishap.NONE;
    }
    Mishap mishap = MISHAPS[random.nextInt(MISHAPS.length)];
    met.merge(mishap, 1, Integer::sum);
    return mishap;
  }

  private boolean caught(Step step, HttpServletRequest request) {
    Optional<Runnable> kill = sprung(step, String.valueOf(request.getHeader("Host")));
    kill.ifPresent(Runnable::run);
    return kill.isPresent();
  }

  private synchronized Optional<Runnable> sprung(Step step, String host) {
    if (trap.isEmpty()
        || trap.get().step() != step
        || !host.startsWith(trap.get().host())) {
      return Optional.empty();
    }
    Trap now = trap.get();
    boolean last = now.passes() == 0;
    trap = last ? Optional.empty() : Optional.of(now.passed());
    return last ? Optional.of(now.kill()) : Optional.empty();
  }

  private void pause() {
    long millis;
    synchronized (this) {
      millis = 100L + random.nextInt(LONGEST_MILLIS);
    }
    try {
      boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
      assert !never;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(HttpServletResponse response, int status) {
    response.setStatus(status);
    response.setContentType("text/html");
  }

  private static void cut(HttpServletRequest request) {
    ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
