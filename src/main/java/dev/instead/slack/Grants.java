package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.teams.AuthTeamsListResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** A list takes a request up to two of its three seconds. */
  private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(10);

  /**
   * What is known of the workspaces.
   *
   * @param told whether Slack has listed them
   * @param refused not listed when last asked, or taken away since: not asked about again before the next list
   */
  private record Known(boolean told, Set<String> granted, Set<String> refused) {
    static final Known NOTHING = new Known(false, Set.of(), Set.of());

    static Known listed(Set<String> granted) {
      return new Known(true, granted, Set.of());
    }

    boolean admits(String workspace) {
      return !refused.contains(workspace) && (!told || granted.contains(workspace));
    }

    Known with(Collection<String> workspaces) {
      return new Known(told, joined(granted, workspaces), without(refused, workspaces));
    }

    Known less(Collection<String> workspaces) {
      return new Known(told, without(granted, workspaces), joined(refused, workspaces));
    }

    private static Set<String> joined(Set<String> some, Collection<String> more) {
      return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> without(Set<String> some, Collection<String> less) {
      return some.stream()
          .filter(workspace -> !less.contains(workspace))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private final MethodsClient slack;
  private final LongSupplier nanos;
  private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);

  /** When a request may ask again. */
  private final AtomicLong askAgain;

  /**
   * Nothing known yet.
   *
   * @param slack answers within a second or two, or fails: it is asked inside a request
   */
  Grants(MethodsClient slack, LongSupplier nanos) {
    this.slack = slack;
    this.nanos = nanos;
    this.askAgain = new AtomicLong(nanos.getAsLong());
  }

  /**
   * Whether the bot may be used there; everywhere, until Slack has said where: it sends nothing from elsewhere. Of a workspace that isn't
   * listed Slack is asked, because another node may have been told of it; but seldom, because people of other companies are in no list.
   */
  boolean include(String workspace) {
    Known before = known();
    if (before.admits(workspace)) {
      return true;
    }
    if (!before.refused().contains(workspace) && mayAsk()) {
      look(workspace, before);
    }
    return known().admits(workspace);
  }

  /** The only one there is. */
  Optional<String> sole() {
    Set<String> granted = known().granted();
    return granted.size() == 1 ? granted.stream().findFirst() : Optional.empty();
  }

  /** Asks Slack for all of them; when it doesn't answer, or tells of a change meanwhile, what was known stays. */
  void refresh() {
    Known before = known();
    try {
      Set<String> listed = listed();
      if (known.compareAndSet(before, Known.listed(listed)) && !listed.equals(before.granted())) {
        LOG.info("The organisation lets the bot into {} workspaces: {}", listed.size(), listed);
      }
    } catch (IOException | SlackApiException | JsonParseException e) {
      unanswered(e);
    }
  }

  void given(Collection<String> workspaces) {
    known.updateAndGet(before -> before.with(workspaces));
  }

  void taken(Collection<String> workspaces) {
    known.updateAndGet(before -> before.less(workspaces));
  }

  /** One request at a time, whatever the workspace. */
  private boolean mayAsk() {
    long now = nanos.getAsLong();
    long due = askAgain.get();
    return now - due >= 0 && askAgain.compareAndSet(due, now + BETWEEN_REQUESTS.toNanos());
  }

  /** Reads one page, because somebody waits: whoever is on a later one is taken after the next whole list. */
  private void look(String workspace, Known before) {
    try {
      Set<String> listed = ids(page(""));
      List<String> asked = List.of(workspace);
      known.compareAndSet(
          before, listed.contains(workspace) ? before.with(asked) : before.less(asked));
    } catch (IOException | SlackApiException | JsonParseException e) {
      unanswered(e);
    }
  }

  private static void unanswered(Exception e) {
    LOG.warn(
        "Slack did not list the organisation's workspaces ({}); asked again within a minute",
        e.getMessage());
  }

  private Known known() {
    return Objects.requireNonNull(known.get());
  }

  private Set<String> listed() throws IOException, SlackApiException {
    Set<String> listed = new HashSet<>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      AuthTeamsListResponse answer = page(cursor);
      listed.addAll(ids(answer));
      cursor = next(answer);
      if (cursor.isEmpty()) {
        break;
      }
    }
    return Set.copyOf(listed);
  }

  private AuthTeamsListResponse page(String cursor) throws IOException, SlackApiException {
    AuthTeamsListResponse answer =
        slack.authTeamsList(list -> list.limit(PAGE).cursor(cursor.isEmpty() ? null : cursor));
    if (!answer.isOk()) {
      throw new IOException("auth.teams.list was refused: " + answer.getError());
    }
    return answer;
  }

  private static Set<String> ids(AuthTeamsListResponse answer) {
    return answer.getTeams().stream().map(team -> team.getId()).collect(Collectors.toSet());
  }

  private static String next(AuthTeamsListResponse answer) {
    String cursor = answer.getResponseMetadata() == null
        ? null
        : answer.getResponseMetadata().getNextCursor();
    return cursor == null ? "" : cursor;
  }
}
