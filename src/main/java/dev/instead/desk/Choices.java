package dev.instead.desk;

import dev.instead.policy.Policy;
import dev.instead.policy.Reply;
import dev.instead.policy.Team;
import dev.instead.report.Case;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What can be chosen for a case: what its forms offer, and what is taken when they are sent. A form proves nothing, and may be old. */
final class Choices {
  private final Places places;
  private final Clock clock;

  Choices(Places places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  /** To whom it can be handed over. Only teams that work where the bot is: elsewhere nobody would see the case. */
  List<Team> teams(Policy policy, Case about) {
    return policy.teams().values().stream()
        .filter(team -> !team.id().equals(about.team()))
        .filter(team -> places.of(team).isPresent())
        .toList();
  }

  /** The approved replies that may be used today. */
  List<Reply> replies(Policy policy, Case about) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), policy.zone());
    return policy.situation(about.situation()).replies().stream()
        .filter(reply -> reply.servedOn(today))
        .toList();
  }

  /** Whether the case may become part of the other: an open one of the same team, a report and a question never of each other. */
  static boolean joins(Case about, Case other) {
    return other.isOpen()
        && other.team().equals(about.team())
        && other.kind() == about.kind()
        && !other.number().equals(about.number());
  }
}
