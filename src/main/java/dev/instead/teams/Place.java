package dev.instead.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationAccount;
import dev.instead.people.Channel;
import dev.instead.people.Platform;

/**
 * Where something happened.
 *
 * @param conversation as Teams names it; in a channel it ends in {@code ;messageid=} and the thread's first message
 * @param service the address of Teams' service for this conversation
 * @param bot what the bot is called there ({@code 28:…})
 */
record Place(Kind kind, String tenant, String conversation, String service, String bot) {
  private static final String THREAD = ";messageid=";

  /** Who reads along. */
  enum Kind {
    PERSONAL,
    GROUP,
    CHANNEL
  }

  static Place of(Activity activity, String tenant) {
    ConversationAccount there = activity.getConversation();
    return new Place(
        kind(there),
        tenant,
        Incoming.orEmpty(there.getId()),
        Incoming.orEmpty(activity.getServiceUrl()),
        activity.getRecipient() == null
            ? ""
            : Incoming.orEmpty(activity.getRecipient().getId()));
  }

  boolean isPersonal() {
    return kind == Kind.PERSONAL;
  }

  /** The conversation without its thread, as the policy file names it. */
  Channel channel() {
    return new Channel(Platform.TEAMS, tenant, unthreaded());
  }

  String unthreaded() {
    int thread = conversation.indexOf(THREAD);
    return thread < 0 ? conversation : conversation.substring(0, thread);
  }

  private static Kind kind(ConversationAccount there) {
    return switch (Incoming.orEmpty(there.getConversationType())) {
      case "personal" -> Kind.PERSONAL;
      case "channel" -> Kind.CHANNEL;
      default -> Kind.GROUP; // The careful guess: others may read along.
    };
  }
}
