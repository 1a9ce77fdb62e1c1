package dev.instead.notice;

import dev.instead.people.Channel;
import dev.instead.people.Person;
import java.util.Optional;

/** Whom a message is for. */
public sealed interface Recipient {
  record InChannel(Channel channel) implements Recipient {}

  /** In the direct messages, or for {@link MessageKind#HOME} the App Home. */
  record InPrivate(Person person) implements Recipient {}

  /**
   * Everybody who reported the case and did not withdraw, each in private: one message per report.
   *
   * @param except who did what is told: nobody is told of their own action
   */
  record Reporters(Optional<Person> except) implements Recipient {}
}
