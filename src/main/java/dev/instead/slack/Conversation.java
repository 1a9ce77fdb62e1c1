package dev.instead.slack;

import java.util.Optional;

/**
 * Where somebody spoke to the bot.
 *
 * @param onlyFor in a channel, the person who alone may see the answer; absent in direct messages
 */
record Conversation(String channel, Optional<String> thread, Optional<String> onlyFor) {}
