package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.teams.AuthTeamsListResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces of an organisation in which the bot may be used: as Slack lists them, and as it tells of changes meanwhile. Every node
 * has its own list; what one is told, the others read within half a minute.
 *
 * <p>https://docs.slack.dev/reference/methods/auth.teams.list (tier 2, no scope)
 */
final class Grants {
  private static final Logger LOG = LoggerFactory.getLogger(Grants.class);
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 20;

  /** A workspace that isn't listed may be new: Slack is asked again, but not for each of its requests. */
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private final MethodsClient slack;
  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Set<String>> granted = new AtomicReference<>();
  private final AtomicLong askedAt;

  /** @param slack answers within a second or two, or fails: it is asked inside a request */
  Grants(MethodsClient slack, LongSupplier nanos) {
    this.slack = slack;
    this.nanos = nanos;
    this.askedAt = new AtomicLong(nanos.getAsLong() - AGAIN.toNanos());
  }

  /** Whether the bot may be used there; everywhere, until Slack has said where: it sends nothing from elsewhere. */
  boolean include(String workspace) {
    if (has(workspace)) {
      return true;
    }
    if (mayAsk()) {
      refresh();
    }
    return has(workspace);
  }

  /** The only one there is. */
  Optional<String> sole() {
    Set<String> known = granted.get();
    return known != null && known.size() == 1 ? known.stream().findFirst() : Optional.empty();
  }

  /** Asks Slack for all of them; when it doesn't answer, what was known stays. */
  void refresh() {
    askedAt.set(nanos.getAsLong());
    try {
      Set<String> listed = listed();
      if (!listed.equals(granted.getAndSet(listed))) {
        LOG.info("The organisation lets the bot into {} workspaces: {}", listed.size(), listed);
      }
    } catch (IOException | SlackApiException | JsonParseException e) {
      LOG.warn(
          "Slack did not list the organisation's workspaces ({}); asked again within a minute",
          e.getMessage());
    }
  }

  void given(Collection<String> workspaces) {
    change(known -> known.addAll(workspaces));
  }

  void taken(Collection<String> workspaces) {
    change(known -> known.removeAll(Set.copyOf(workspaces)));
  }

  private boolean has(String workspace) {
    Set<String> known = granted.get();
    return known == null || known.contains(workspace);
  }

  /** Changes what is known; while nothing is, the list that comes will say it. */
  private void change(Consumer<Set<String>> change) {
    UnaryOperator<@Nullable Set<String>> changed = known -> {
      if (known == null) {
        return null;
      }
      Set<String> copy = new HashSet<>(known);
      change.accept(copy);
      return Set.copyOf(copy);
    };
    granted.updateAndGet(changed);
  }

  private boolean mayAsk() {
    long last = askedAt.get();
    long now = nanos.getAsLong();
    return now - last >= AGAIN.toNanos() && askedAt.compareAndSet(last, now);
  }

  private Set<String> listed() throws IOException, SlackApiException {
    Set<String> listed = new HashSet<>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String next = cursor;
      AuthTeamsListResponse answer = slack.authTeamsList(
          list -> list.limit(PAGE).cursor(next.isEmpty() ? null : next));
      if (!answer.isOk()) {
        throw new IOException("auth.teams.list: " + answer.getError());
      }
      answer.getTeams().forEach(team -> listed.add(team.getId()));
      cursor = next(answer);
      if (cursor.isEmpty()) {
        break;
      }
    }
    return Set.copyOf(listed);
  }

  private static String next(AuthTeamsListResponse answer) {
    String cursor =
        answer.getResponseMetadata() == null ? null : answer.getResponseMetadata().getNextCursor();
    return cursor == null ? "" : cursor;
  }
}
