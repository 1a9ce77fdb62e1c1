package dev.instead.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.instead.people.Platform;
import dev.instead.people.Workspaces;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the bot is installed on Slack: in one workspace, or on Enterprise Grid for a whole organisation, which decides in which of its
 * workspaces the bot may be used. A person of an organisation has one id in all of its workspaces, so people and channels are kept by
 * the organisation: who writes from two workspaces is one person.
 *
 * <p>https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
 */
final class Installation {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  /**
   * Whose a request is.
   *
   * @param workspace what people and channels are kept by: the workspace ({@code T…}) or the organisation ({@code E…})
   * @param outsider sent from where the bot isn't installed, or by somebody of another company
   */
  record Origin(String workspace, boolean outsider) {}

  private final Optional<String> organisation;
  private final Grants grants;
  private final Workspaces workspaces;

  /** The workspace that the bot's token is for, once Slack itself has told. */
  private volatile @Nullable String told;

  Installation(Optional<String> organisation, Grants grants, Workspaces workspaces) {
    this.organisation = organisation;
    this.grants = grants;
    this.workspaces = workspaces;
    organisation.ifPresent(id -> workspaces.learn(Platform.SLACK, id));
  }

  /**
   * Whose a verified request is.
   *
   * @param team the workspace that it names; what comes from an organisation-wide installation may name none
   * @param enterprise the organisation that it names
   * @param usersTeam the person's own workspace, where the request says it
   */
  Origin origin(@Nullable String team, @Nullable String enterprise, @Nullable String usersTeam) {
    if (organisation.isPresent()) {
      return inOrganisation(organisation.get(), team, enterprise, usersTeam);
    }
    String workspace = workspace(team);
    return new Origin(workspace, differs(team, workspace) || differs(usersTeam, workspace));
  }

  /** The workspace to name when a group is asked for: the one of a policy for an organisation, where the policy names none. */
  Optional<String> workspaceOfGroups(String installed) {
    return organisation.isPresent() ? grants.sole() : Optional.of(installed);
  }

  boolean isConfirmed() {
    return told != null;
  }

  /** Slack says what the bot's token is for. */
  void confirm(AuthTestResponse self) {
    Optional<String> theirs =
        self.isEnterpriseInstall() ? Optional.ofNullable(self.getEnterpriseId()) : Optional.empty();
    if (!theirs.equals(organisation)) {
      LOG.error(
          "The bot's token is for {}, but INSTEAD_SLACK_ENTERPRISE says {}. Set it to the organisation's id where the app is installed for all of it, and leave it out elsewhere; `instead doctor` says more.",
          theirs.orElse("one workspace"),
          organisation.orElse("nothing"));
      return;
    }
    String here = organisation.orElseGet(self::getTeamId);
    told = here;
    workspaces.learn(Platform.SLACK, here);
    LOG.info(
        "Connected to the Slack {} {}",
        organisation.isPresent() ? "organisation" : "workspace",
        here);
  }

  /** Reads where the bot may be used, if that is more than one place. */
  void look() {
    organisation.ifPresent(id -> grants.refresh());
  }

  /** The organisation lets the bot into more of its workspaces. */
  void granted(@Nullable String enterprise, List<String> teams) {
    if (organisation.filter(id -> id.equals(enterprise)).isPresent()) {
      grants.given(teams);
    }
  }

  /** The organisation takes the bot out of some of its workspaces. */
  void revoked(@Nullable String enterprise, List<String> teams) {
    if (organisation.filter(id -> id.equals(enterprise)).isPresent()) {
      grants.taken(teams);
    }
  }

  private Origin inOrganisation(
      String id, @Nullable String team, @Nullable String enterprise, @Nullable String usersTeam) {
    return new Origin(id, differs(enterprise, id) || !admits(id, team) || !admits(id, usersTeam));
  }

  private boolean admits(String id, @Nullable String team) {
    return !differs(team, id) || grants.include(String.valueOf(team));
  }

  /**
   * The workspace that the bot is in. Until Slack has told, a verified request says it; never is it the person's own, which would make
   * everybody a colleague.
   */
  private String workspace(@Nullable String team) {
    String known = told;
    if (known != null) {
      return known;
    }
    if (team == null || team.isEmpty()) {
      return workspaces.on(Platform.SLACK).orElse("");
    }
    workspaces.learn(Platform.SLACK, team);
    return team;
  }

  private static boolean differs(@Nullable String named, String expected) {
    return named != null && !named.isEmpty() && !named.equals(expected);
  }
}
