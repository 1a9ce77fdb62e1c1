package dev.instead.parity;

import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import java.util.Set;

/** The product on Slack alone. */
class SlackProductTest extends ProductContract {
  SlackProductTest() {
    super(new LiveOffice(SlackProductTest::visit, Set.of(Platform.SLACK)), SlackClient::new);
  }

  private static void visit(SlackWorkspace workspace) {
    workspace.put(SlackUser.employee(Colleague.STRANGER.slack, "Somebody", "Elsewhere", "en-US")
        .as(SlackUser.Trait.STRANGER)
        .ofTeam("T0ELSEWHERE"));
  }
}
