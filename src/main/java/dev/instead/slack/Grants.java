package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.teams.AuthTeamsListResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
  private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);

  /** @param slack answers within a second or two, or fails: it is asked inside a request */
  Grants(MethodsClient slack) {
    this.slack = slack;
  }

  /**
   * Whether the bot may be used there; everywhere, until Slack has said where: it sends nothing from elsewhere. Of a workspace that isn't
   * listed Slack is asked once, because another node may have been told of it.
   */
  boolean include(String workspace) {
    if (known().admits(workspace)) {
      return true;
    }
    if (known().refused().contains(workspace)) {
      return false;
    }
    refresh();
    Known now = known();
    if (!now.admits(workspace)) {
      taken(List.of(workspace));
    }
    return now.admits(workspace);
  }

  /** The only one there is. */
  Optional<String> sole() {
    Set<String> granted = known().granted();
    return granted.size() == 1 ? granted.stream().findFirst() : Optional.empty();
  }

  /** Asks Slack for all of them; when it doesn't answer, what was known stays. */
  void refresh() {
    try {
      Set<String> listed = listed();
      Set<String> before = known().granted();
      known.set(Known.listed(listed));
      if (!listed.equals(before)) {
        LOG.info("The organisation lets the bot into {} workspaces: {}", listed.size(), listed);
      }
    } catch (IOException | SlackApiException | JsonParseException e) {
      LOG.warn(
          "Slack did not list the organisation's workspaces ({}); asked again within a minute",
          e.getMessage());
    }
  }

  void given(Collection<String> workspaces) {
    known.updateAndGet(before -> before.with(workspaces));
  }

  void taken(Collection<String> workspaces) {
    known.updateAndGet(before -> before.less(workspaces));
  }

  private Known known() {
    return Objects.requireNonNull(known.get());
  }

  private Set<String> listed() throws IOException, SlackApiException {
    Set<String> listed = new HashSet<>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String next = cursor;
      AuthTeamsListResponse answer =
          slack.authTeamsList(list -> list.limit(PAGE).cursor(next.isEmpty() ? null : next));
      if (!answer.isOk()) {
        throw new IOException("auth.teams.list was refused: " + answer.getError());
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
    String cursor = answer.getResponseMetadata() == null
        ? null
        : answer.getResponseMetadata().getNextCursor();
    return cursor == null ? "" : cursor;
  }
}
