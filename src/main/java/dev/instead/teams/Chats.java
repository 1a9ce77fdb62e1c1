package dev.instead.teams;

import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.util.Optional;

/** Personal chats, opened where there is none yet and remembered. */
record Chats(Connector connector, AddressBook book) {
  /** How opening ended: with a chat, or with the platform's refusal. */
  record Opened(Optional<String> chat, Reply reply) {}

  Opened open(Acquaintance who) throws IOException {
    Reply reply = connector.openChat(who.service(), who.remoteId());
    Optional<String> chat =
        Optional.of(reply.json().path("id").asText()).filter(id -> reply.isOk() && !id.isEmpty());
    chat.ifPresent(id -> book.met(new Acquaintance(
        who.person(),
        who.remoteId(),
        who.name(),
        who.language(),
        who.service(),
        Optional.of(id),
        who.reachable())));
    return new Opened(chat, reply);
  }
}
