package dev.instead.playground;

import org.jspecify.annotations.Nullable;

/** A conversation that the bot named, once it is sure that the bot may be there. */
record TeamsPlace(String conversation, @Nullable String root) {
  private static final String THREAD = ";messageid=";

  /** A channel, one of its threads, or a chat; refuses what isn't there and where the bot isn't wanted. */
  static TeamsPlace of(String id, TeamsTenant tenant) {
    return TeamsTenant.isChat(id) ? chat(id, tenant) : channel(id, tenant);
  }

  private static TeamsPlace chat(String id, TeamsTenant tenant) {
    if (!tenant.hasChat(id)) {
      throw TeamsRefusal.noConversation();
    }
    TeamsPerson partner = tenant.chatPartner(id).orElseThrow(TeamsRefusal::noConversation);
    mayBeToldOf(partner, tenant);
    return new TeamsPlace(id, null);
  }

  /** Refuses where a person blocked the bot or isn't within its reach. */
  static void mayBeToldOf(TeamsPerson person, TeamsTenant tenant) {
    if (tenant.hasBlocked(person.aad())) {
      throw new TeamsRefusal(
          403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");
    }
    if (!tenant.canReach(person.aad())) {
      throw TeamsRefusal.notInRoster();
    }
  }

  private static TeamsPlace channel(String id, TeamsTenant tenant) {
    int thread = id.indexOf(THREAD);
    String channel = thread < 0 ? id : id.substring(0, thread);
    String root = thread < 0 ? null : id.substring(thread + THREAD.length());
    if (tenant.channel(channel).filter(known -> !known.deleted()).isEmpty()) {
      throw TeamsRefusal.noConversation();
    }
    if (!tenant.isAppInTeam()) {
      throw TeamsRefusal.notInRoster();
    }
    if (root != null
        && tenant.post(channel, root).filter(post -> !post.isReply()).isEmpty()) {
      throw TeamsRefusal.noMessage();
    }
    return new TeamsPlace(channel, root);
  }
}
