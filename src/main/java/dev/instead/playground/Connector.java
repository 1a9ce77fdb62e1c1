package dev.instead.playground;

/** The calls of the Bot Connector that the product uses; any other is unknown. */
final class Connector {
  private final Talk talk;
  private final Rosters rosters;

  Connector(TeamsTenant tenant, int pageSize) {
    talk = new Talk(tenant);
    rosters = new Rosters(tenant, pageSize);
  }

  /** Does what is asked, or refuses as the Bot Connector would. */
  ConnectorAnswer answer(ConnectorCall call) {
    return switch (call.after(0)) {
      case "conversations" -> call.length() == 1 ? create(call) : inConversation(call);
      case "teams" -> rosters.team(call);
      default -> throw unknown();
    };
  }

  private ConnectorAnswer create(ConnectorCall call) {
    if (!call.method().equals("POST")) {
      throw unknown();
    }
    return talk.create(call);
  }

  private ConnectorAnswer inConversation(ConnectorCall call) {
    return switch (call.after(2)) {
      case "activities" -> activities(call);
      case "members", "pagedmembers" -> rosters.members(call);
      default -> throw unknown();
    };
  }

  private ConnectorAnswer activities(ConnectorCall call) {
    return switch (call.method()) {
      case "POST" -> talk.send(call);
      case "PUT" -> talk.edit(call);
      case "DELETE" -> talk.delete(call);
      default -> throw unknown();
    };
  }

  static TeamsRefusal unknown() {
    return new TeamsRefusal(
        404, "NotFound", "No HTTP resource was found that matches the request.");
  }
}
