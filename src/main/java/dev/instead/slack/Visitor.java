package dev.instead.slack;

import dev.instead.desk.Delivery;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import java.util.Locale;
import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param workspace the installed one, by which people are keyed
 * @param refusal why they may not use the bot at all: another organisation's person in a shared channel
 */
record Visitor(Person person, String workspace, Locale language, Optional<Notice> refusal) {
  /** Slack event ids, trigger ids and views are unique within a workspace. */
  Delivery delivery(String kind, String id) {
    return new Delivery("slack:" + workspace + ":" + kind + ":" + id);
  }
}
