package dev.instead.parity;

import dev.instead.office.LiveOffice;
import dev.instead.people.Platform;
import dev.instead.playground.SlackGrid;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import java.util.List;
import java.util.Set;

/** The product on Slack, installed for an organisation whose people are in two workspaces: who reports, who works on it, and who leads. */
class GridProductTest extends ProductContract {
  private static final String MEDAN = "T0MEDAN";

  GridProductTest() {
    super(new LiveOffice(GridProductTest::twoWorkspaces, Set.of(Platform.SLACK)), SlackClient::new);
  }

  private static void twoWorkspaces(SlackWorkspace workspace) {
    SlackGrid grid = SlackGrid.of(SlackWorkspace.TEAM, MEDAN);
    workspace.joins(grid);
    List.of(Colleague.BUDI, Colleague.BEN, Colleague.OMAR, Colleague.GUS)
        .forEach(who -> grid.moves(who.slack, MEDAN));
    workspace.put(SlackUser.employee(Colleague.STRANGER.slack, "Somebody", "Elsewhere", "en-US")
        .as(SlackUser.Trait.STRANGER)
        .ofTeam("T0ELSEWHERE"));
  }
}
