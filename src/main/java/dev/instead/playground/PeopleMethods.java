package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.playground.SlackUser.Trait;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** {@code users.*}, {@code usergroups.*} and {@code auth.test}. */
final class PeopleMethods {
  private final SlackWorkspace workspace;

  PeopleMethods(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  ObjectNode authTest(Arguments asked) {
    boolean everywhere = workspace.grid().isPresent();
    ObjectNode answer = ok().put("url", "https://" + SlackWorkspace.DOMAIN + ".slack.com/")
        .put("team", everywhere ? SlackGrid.NAME : SlackWorkspace.TEAM_NAME)
        .put("user", "instead")
        .put("team_id", everywhere ? SlackGrid.ENTERPRISE : SlackWorkspace.TEAM)
        .put("user_id", SlackWorkspace.BOT_USER)
        .put("bot_id", SlackWorkspace.BOT_ID)
        .put("is_enterprise_install", everywhere);
    return everywhere ? answer.put("enterprise_id", SlackGrid.ENTERPRISE) : answer;
  }

  /** Where the app may be used; one page, because there are few. */
  ObjectNode workspaces(Arguments asked) {
    ObjectNode answer = ok();
    ArrayNode list = answer.putArray("teams");
    workspace
        .grid()
        .map(SlackGrid::granted)
        .orElse(List.of(SlackWorkspace.TEAM))
        .forEach(id -> list.addObject().put("id", id).put("name", SlackGrid.domain(id)));
    answer.putObject("response_metadata").put("next_cursor", "");
    return answer;
  }

  ObjectNode info(Arguments asked) {
    SlackUser user =
        workspace.person(asked.need("user")).orElseThrow(() -> new SlackRefusal("user_not_found"));
    return described(user, asked);
  }

  /** Deactivated people aren't found, as on Slack. */
  ObjectNode lookupByEmail(Arguments asked) {
    String email = asked.need("email");
    SlackUser found = workspace.people().stream()
        .filter(user -> user.email().equals(email) && !user.is(Trait.DEACTIVATED))
        .findFirst()
        .orElseThrow(() -> new SlackRefusal("users_not_found"));
    return described(found, asked);
  }

  ObjectNode groups(Arguments asked) {
    ObjectNode answer = ok();
    ArrayNode list = answer.putArray("usergroups");
    for (SlackGroup group : workspace.groups()) {
      ObjectNode json = list.addObject().put("id", group.id()).put("team_id", group.team());
      json.put("is_usergroup", true).put("name", group.handle()).put("handle", group.handle());
      json.put("date_delete", 0).put("user_count", group.members().size());
      if (asked.flag("include_users")) {
        json.set("users", Json.strings(group.members()));
      }
    }
    return answer;
  }

  ObjectNode groupMembers(Arguments asked) {
    // What an organisation-wide app asks must say in which workspace.
    String team = workspace.grid().map(grid -> asked.need("team_id")).orElse(SlackWorkspace.TEAM);
    SlackGroup group = workspace
        .group(asked.need("usergroup"))
        .filter(found -> found.team().equals(team))
        .orElseThrow(() -> new SlackRefusal("no_such_subteam"));
    ObjectNode answer = ok();
    answer.set("users", Json.strings(group.members()));
    return answer;
  }

  private ObjectNode described(SlackUser user, Arguments asked) {
    ObjectNode answer = ok();
    ObjectNode json = answer.putObject("user").put("id", user.id()).put("team_id", user.team());
    json.put("name", user.handle())
        .put("deleted", user.is(Trait.DEACTIVATED))
        .put("real_name", user.name());
    ObjectNode profile = json.putObject("profile").put("real_name", user.name());
    profile.put("display_name", user.name()).put("title", user.title()).put("team", user.team());
    workspace.grid().filter(grid -> grid.has(user)).ifPresent(grid -> {
      ObjectNode there = json.putObject("enterprise_user").put("id", user.id());
      there.put("enterprise_id", SlackGrid.ENTERPRISE).put("enterprise_name", SlackGrid.NAME);
      there.set("teams", Json.strings(grid.workspaces()));
    });
    json.put("is_bot", user.is(Trait.BOT)).put("is_app_user", false);
    if (user.is(Trait.STRANGER)) {
      json.put("is_stranger", true);
      return answer;
    }
    profile.put("email", user.email());
    json.put("is_email_confirmed", true);
    ZoneId zone = ZoneId.of(user.zone());
    json.put("tz", user.zone())
        .put("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    json.put("tz_offset", zone.getRules().getOffset(Instant.now()).getTotalSeconds());
    json.put("is_admin", user.is(Trait.ADMIN)).put("is_owner", false);
    json.put("is_restricted", user.isGuest());
    json.put("is_ultra_restricted", user.is(Trait.SINGLE_CHANNEL_GUEST));
    if (asked.flag("include_locale")) {
      json.put("locale", user.locale());
    }
    return answer;
  }

  private static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
