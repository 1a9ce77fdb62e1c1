package dev.instead.playground;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Tells the bot when somebody opens the App Home. The bot answers by publishing it, upon which every page asks for it
 * again; those questions are no visits, or the two would chase each other for ever.
 */
final class HomeVisits {
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private final SlackSender sender;
  private final Executor background;
  private final Map<String, Long> lastMoved = new HashMap<>();

  HomeVisits(SlackWorkspace workspace, SlackSender sender, Executor background) {
    this.sender = sender;
    this.background = background;
    workspace.listen(change -> {
      if (change.kind() == ChatChange.Kind.HOME && change.people() != null) {
        change.people().forEach(this::moved);
      }
    });
  }

  void visit(String user, boolean onlyRefreshing) {
    if (!onlyRefreshing && settled(user)) {
      moved(user);
      background.execute(() -> sender.openHome(user));
    }
  }

  private synchronized boolean settled(String user) {
    Long last = lastMoved.get(user);
    return last == null || System.nanoTime() - last > SETTLING.toNanos();
  }

  private synchronized void moved(String user) {
    lastMoved.put(user, System.nanoTime());
  }
}
