package dev.instead.setup;

import dev.instead.config.DatabaseAddress;
import java.util.Collection;
import java.util.Map;

/** Knows which of the messages that are seen in chat the store means. */
@FunctionalInterface
public interface CardCheck {
  /**
   * Looks up messages.
   *
   * @param messages their ids, as their metadata has them
   * @return for those that the store has, by id: what the platform calls the message that stands for it; empty when none was sent yet
   * @throws dev.instead.desk.StoreException when the store can't be read
   */
  Map<String, String> known(DatabaseAddress address, Collection<String> messages);
}
