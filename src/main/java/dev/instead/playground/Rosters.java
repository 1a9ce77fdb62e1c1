package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Who is in a conversation, and what is in the team. */
final class Rosters {
  private static final String TOKEN_START = "next+page/";
  private static final String TOKEN_END = "==";

  private final TeamsTenant tenant;
  private final int pageSize;

  Rosters(TeamsTenant tenant, int pageSize) {
    this.tenant = tenant;
    this.pageSize = pageSize;
  }

  ConnectorAnswer members(ConnectorCall call) {
    onlyGet(call);
    TeamsPlace place = TeamsPlace.of(call.after(1), tenant);
    List<TeamsPerson> roster = tenant.roster(place.conversation());
    if (call.after(2).equals("pagedmembers")) {
      return ConnectorAnswer.found(page(roster, call.query()));
    }
    if (call.length() == 4) {
      return ConnectorAnswer.found(member(roster, call.after(3)));
    }
    ArrayNode all = Json.array();
    roster.forEach(person -> all.add(account(person)));
    return ConnectorAnswer.found(all);
  }

  private ObjectNode member(List<TeamsPerson> roster, String id) {
    return tenant
        .anyone(id)
        .filter(roster::contains)
        .map(Rosters::account)
        .orElseThrow(() -> new TeamsRefusal(
            404, "MemberNotFoundInConversation", "The member was not found in the conversation."));
  }

  private ObjectNode page(List<TeamsPerson> roster, Arguments query) {
    int from = start(query.text("continuationToken"), roster.size());
    int to = Math.min(roster.size(), from + pageSize);
    ObjectNode page = Json.object();
    ArrayNode members = page.putArray("members");
    roster.subList(from, to).forEach(person -> members.add(account(person)));
    // Signs in it that an address can't hold as they are, as in Teams' own tokens.
    page.put("continuationToken", to == roster.size() ? null : TOKEN_START + to + TOKEN_END);
    return page;
  }

  private static int start(String token, int size) {
    if (token.isEmpty()) {
      return 0;
    }
    boolean known = token.startsWith(TOKEN_START) && token.endsWith(TOKEN_END);
    String number =
        known ? token.substring(TOKEN_START.length(), token.length() - TOKEN_END.length()) : "";
    if (!number.matches("\\d{1,6}") || Integer.parseInt(number) > size) {
      throw TeamsRefusal.wrong("Unknown continuationToken.");
    }
    return Integer.parseInt(number);
  }

  ConnectorAnswer team(ConnectorCall call) {
    onlyGet(call);
    if (!call.after(1).equals(TeamsTenant.TEAM)) {
      throw TeamsRefusal.noConversation();
    }
    if (!tenant.isAppInTeam()) {
      throw TeamsRefusal.notInRoster();
    }
    return switch (call.after(2)) {
      case "" -> ConnectorAnswer.found(details());
      case "conversations" -> ConnectorAnswer.found(channels());
      default -> throw Connector.unknown();
    };
  }

  private ObjectNode details() {
    return Json.object()
        .put("id", TeamsTenant.TEAM)
        .put("name", tenant.teamName())
        .put("aadGroupId", TeamsTenant.TEAM_GROUP)
        .put("tenantId", TeamsTenant.TENANT)
        .put("type", "standard")
        .put("channelCount", tenant.channels().size())
        .put("memberCount", tenant.roster(TeamsTenant.TEAM).size());
  }

  /** The General channel has no name: clients translate it. */
  private ObjectNode channels() {
    ObjectNode all = Json.object();
    ArrayNode channels = all.putArray("conversations");
    tenant
        .channels()
        .forEach(channel -> channels
            .addObject()
            .put("id", channel.id())
            .put("name", channel.isGeneral() ? null : channel.name())
            .put("type", channel.closed() ? "private" : "standard"));
    return all;
  }

  private static ObjectNode account(TeamsPerson person) {
    int space = person.name().indexOf(' ');
    ObjectNode account = Json.object()
        .put("id", person.remoteId())
        .put("name", person.name())
        .put("aadObjectId", person.aad())
        .put("objectId", person.aad())
        .put("givenName", space < 0 ? person.name() : person.name().substring(0, space))
        .put("surname", person.name().substring(space + 1))
        .put("userPrincipalName", person.userPrincipalName())
        .put("tenantId", TeamsTenant.TENANT)
        .put("userRole", "user");
    return person.is(TeamsPerson.Trait.GUEST)
        ? account
        : account.put("email", person.userPrincipalName());
  }

  private static void onlyGet(ConnectorCall call) {
    if (!call.method().equals("GET")) {
      throw Connector.unknown();
    }
  }
}
