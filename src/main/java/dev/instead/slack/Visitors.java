package dev.instead.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the company's own people from those of other organisations, who meet the bot in shared channels. */
final class Visitors {
  private final SlackDesks desks;

  Visitors(SlackDesks desks) {
    this.desks = desks;
  }

  /**
   * The sender of a request.
   *
   * @param userTeam the workspace that Slack says the person belongs to; absent where the request can only come from the installed one
   */
  Visitor of(Context context, @Nullable String userId, @Nullable String userTeam) {
    String installed = installed(context);
    String id = userId == null ? "" : userId;
    boolean stranger =
        userTeam != null && !userTeam.isEmpty() && !belongs(context, userTeam, installed);
    if (stranger) {
      // Nothing is looked up about other organisations' people.
      Person person = new Person(Platform.SLACK, userTeam, id);
      Notice refused = new Notice.Refused(desks.policies().current().publicContact());
      Locale original = desks.policies().current().original();
      return new Visitor(person, installed, original, Optional.of(refused));
    }
    Person person = new Person(Platform.SLACK, installed, id);
    return new Visitor(person, installed, desks.readers().languageOf(person), Optional.empty());
  }

  /** A submitted form names the workspace where the app is installed apart from the person's own. */
  Visitor ofForm(
      Context context,
      @Nullable String userId,
      @Nullable String userTeam,
      @Nullable String appTeam) {
    Visitor visitor = of(context, userId, userTeam);
    boolean elsewhere =
        appTeam != null && !appTeam.isEmpty() && !belongs(context, appTeam, visitor.workspace());
    return elsewhere ? of(context, userId, appTeam) : visitor;
  }

  private String installed(Context context) {
    Optional<String> known = desks.workspaces().on(Platform.SLACK);
    if (known.isPresent()) {
      return known.get();
    }
    desks.workspaces().learn(Platform.SLACK, workspace(context.getAuthTestResponse()));
    return desks.workspaces().on(Platform.SLACK).orElseThrow();
  }

  static String workspace(AuthTestResponse hello) {
    return hello.isEnterpriseInstall() ? hello.getEnterpriseId() : hello.getTeamId();
  }

  /** Where the app is installed for a whole organisation, Slack delivers for the organisation's own workspaces only. */
  private static boolean belongs(Context context, String team, String installed) {
    return team.equals(installed)
        || (installed.startsWith("E") && installed.equals(context.getEnterpriseId()));
  }
}
