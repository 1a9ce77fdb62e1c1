package dev.instead.playground;

/** Which conversations the app may see and write in, with Slack's error for each it may not. */
final class Places {
  private final SlackWorkspace workspace;

  Places(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  /** A channel the app is in, or a person's direct messages, named by either id. */
  SlackChannel toWriteIn(String id) {
    return toChangeIn(isPerson(id) ? directWith(id, "channel_not_found").id() : id);
  }

  /** The same, but a person's id won't do: {@code chat.update} wants the D… id. */
  SlackChannel toChangeIn(String id) {
    SlackChannel channel = joined(id);
    if (channel.archived()) {
      throw new SlackRefusal("is_archived");
    }
    return channel;
  }

  SlackChannel joined(String id) {
    SlackChannel channel = visible(id);
    if (!channel.has(SlackWorkspace.BOT_USER)) {
      throw new SlackRefusal("not_in_channel");
    }
    return channel;
  }

  /** Public channels, and the private ones that the app is in. */
  SlackChannel visible(String id) {
    return workspace
        .channel(id)
        .filter(channel -> !channel.isPrivate() || channel.has(SlackWorkspace.BOT_USER))
        .orElseThrow(() -> new SlackRefusal("channel_not_found"));
  }

  SlackChannel directWith(String user, String whenUnknown) {
    SlackUser person = workspace
        .person(user)
        .filter(known -> !known.is(SlackUser.Trait.BOT))
        .orElseThrow(() -> new SlackRefusal(whenUnknown));
    if (person.is(SlackUser.Trait.DEACTIVATED)) {
      throw new SlackRefusal("user_disabled");
    }
    return visible(person.directMessage());
  }

  static boolean isPerson(String id) {
    return id.startsWith("U") || id.startsWith("W");
  }
}
