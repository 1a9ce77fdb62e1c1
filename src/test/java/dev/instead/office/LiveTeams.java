package dev.instead.office;

import static dev.instead.playground.SampleTenant.MAYA;

import dev.instead.config.Secret;
import dev.instead.config.TeamsCloud;
import dev.instead.config.TeamsSettings;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.TeamsPerson;
import dev.instead.playground.TeamsSender;
import dev.instead.playground.TeamsTenant;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The half of a {@link LiveOffice} that is on Microsoft Teams: the local one, and its people. */
public final class LiveTeams implements AutoCloseable {
  public final TeamsTenant tenant;
  public final LocalTeams local;
  public final TeamsSender people;

  /** {@code clock} stamps the messages; tokens keep real time. */
  LiveTeams(Clock clock, Supplier<URI> bot) {
    tenant = SampleTenant.tenant(clock);
    local = LocalTeams.start(tenant);
    people = new TeamsSender(local, bot);
  }

  /** What an administrator does once: the app comes into the team and to everybody. */
  void moveIn() {
    people.news().addToTeam(MAYA, SampleTenant.SOCIAL);
    boolean asked = tenant.await(
        here -> local.calls().all().stream()
            .anyMatch(call -> call.toString().contains("v3/teams/" + SampleTenant.GENERAL)),
        LiveOffice.SOON);
    if (!asked) {
      throw new AssertionError("The bot did not ask for the team's channels");
    }
    tenant.people().stream()
        .map(TeamsPerson::aad)
        .filter(tenant::hasInstalled)
        .forEach(people.news()::install);
  }

  TeamsSettings settings() {
    return new TeamsSettings(
        TeamsTenant.APP,
        List.of(new Secret(LocalTeams.SECRET)),
        Optional.empty(),
        TeamsTenant.TENANT,
        TeamsCloud.PUBLIC,
        URI.create(local.openIdUrl()),
        URI.create(local.address()),
        Set.of(local.host()),
        Optional.empty(),
        false);
  }

  @Override
  public void close() {
    people.close();
    local.close();
  }
}
