package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** The panel's half of Teams: troubles on request. */
final class TeamsPanel {
  private final LocalTeams teams;
  private final TeamsSender sender;
  private final TeamsPageActions actions;
  private final Executor background;

  TeamsPanel(LocalTeams teams, TeamsSender sender, TeamsPageActions actions, Executor background) {
    this.teams = teams;
    this.sender = sender;
    this.actions = actions;
    this.background = background;
  }

  /** Each field is optional: {@code slow_ms, rate_limit, rate_limit_seconds, conflict, bad_gateway, …}. */
  ObjectNode troubles(ObjectNode asked) {
    TeamsTroubles troubles = teams.troubles();
    ifNumber(asked, "slow_ms", 30_000)
        .ifPresent(ms -> troubles.answerSlowly(Duration.ofMillis(ms)));
    ifNumber(asked, "rate_limit", 10_000)
        .ifPresent(calls -> troubles.limitNext(
            calls,
            Duration.ofSeconds(ifNumber(asked, "rate_limit_seconds", 3600).orElse(5))));
    ifNumber(asked, "conflict", 10_000).ifPresent(troubles::conflictNext);
    ifNumber(asked, "bad_gateway", 10_000).ifPresent(troubles::failAfterAccepting);
    ifNumber(asked, "drop_after_accept", 10_000).ifPresent(troubles::dropNext);
    if (asked.has("deliver_twice")) {
      troubles.deliverTwice(asked.path("deliver_twice").asBoolean(false));
    }
    if (asked.has("repeat_new_id")) {
      troubles.repeatUnderNewId(asked.path("repeat_new_id").asBoolean(false));
    }
    if (asked.path("expire_tokens").asBoolean(false)) {
      teams.tokens().expireAll();
    }
    team(asked);
    teams.tenant().change(ChatChange.Kind.STATE, Set.of(), null, () -> true);
    return PageActions.ok();
  }

  private void team(ObjectNode asked) {
    if (asked.has("app_in_team")) {
      String owner = actions.person(asked).aad();
      background.execute(
          asked.path("app_in_team").asBoolean(true)
              ? () -> sender.news().addToTeam(owner, TeamsTenant.TEAM)
              : () -> sender.news().removeFromTeam(owner));
    }
  }

  private static Optional<Integer> ifNumber(ObjectNode asked, String field, int most) {
    JsonNode value = asked.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isInt() || value.asInt() < 0 || value.asInt() > most) {
      throw new PageRefusal(field + " must be a whole number from 0 to " + most + ".");
    }
    return Optional.of(value.asInt());
  }
}
