package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Recipient;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.ChatGateway.Looked;
import dev.instead.outbox.Due;
import dev.instead.outbox.Remote;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for messages whose answer was lost: Slack has no idempotency key, but every message carries its id in its metadata. */
final class LostMessages {
  /** A team's channel may be busy; more pages than this would cost more than a second card. */
  private static final int PAGES = 5;

  private static final int PAGE = 100;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final MethodsClient slack;

  LostMessages(MethodsClient slack) {
    this.slack = slack;
  }

  static boolean mayLook(Due due) {
    return harmless(due) || due.to() instanceof Recipient.InChannel;
  }

  private static boolean harmless(Due due) {
    return due.kind() == MessageKind.HOME || due.kind() == MessageKind.STRAY_CARD;
  }

  Looked find(Due due) {
    if (harmless(due)) {
      return new Looked.NotThere(); // doing it again does no harm
    }
    if (!(due.to() instanceof Recipient.InChannel there)) {
      return new Looked.CannotLook(); // the bot does not ask to read people's direct messages
    }
    try {
      return search(due, there.channel().id());
    } catch (SlackApiException e) {
      return e.getResponse().code() == 429
          ? new Looked.NotNow(SlackErrors.retryAfter(e.getResponse()))
          : new Looked.NotNow(PAUSE);
    } catch (IOException | JsonParseException e) {
      return new Looked.NotNow(PAUSE);
    }
  }

  private Looked search(Due due, String channel) throws IOException, SlackApiException {
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Page found = due.thread().isPresent()
          ? replies(channel, due.thread().get().id(), cursor, due)
          : history(channel, cursor, due);
      if (!found.ok()) {
        return SlackErrors.passes(found.error()) || SlackErrors.bars(found.error())
            ? new Looked.NotNow(PAUSE)
            : new Looked.CannotLook();
      }
      Optional<Message> message = found.messages().stream()
          .filter(each -> carries(each, due.id().value()))
          .findFirst();
      if (message.isPresent()) {
        return new Looked.There(new Remote(channel, message.get().getTs()));
      }
      cursor = found.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return new Looked.NotThere();
  }

  private Page history(String channel, String cursor, Due due)
      throws IOException, SlackApiException {
    var answer = slack.conversationsHistory(history -> history
        .channel(channel)
        .oldest(oldest(due))
        .cursor(cursor.isEmpty() ? null : cursor)
        .includeAllMetadata(true)
        .limit(PAGE));
    var more = answer.getResponseMetadata();
    return Page.of(
        answer.isOk(),
        answer.getError(),
        answer.getMessages(),
        more == null ? null : more.getNextCursor());
  }

  private Page replies(String channel, String thread, String cursor, Due due)
      throws IOException, SlackApiException {
    var answer = slack.conversationsReplies(replies -> replies
        .channel(channel)
        .ts(thread)
        .oldest(oldest(due))
        .cursor(cursor.isEmpty() ? null : cursor)
        .includeAllMetadata(true)
        .limit(PAGE));
    var more = answer.getResponseMetadata();
    return Page.of(
        answer.isOk(),
        answer.getError(),
        answer.getMessages(),
        more == null ? null : more.getNextCursor());
  }

  private static String oldest(Due due) {
    return ChatGateway.lookFrom(due).getEpochSecond() + ".000000";
  }

  private static boolean carries(Message message, String id) {
    Message.@Nullable Metadata metadata = message.getMetadata();
    if (metadata == null || !SlackGateway.METADATA.equals(metadata.getEventType())) {
      return false;
    }
    @Nullable Map<String, Object> payload = metadata.getEventPayload();
    return payload != null && id.equals(payload.get(SlackGateway.METADATA_ID));
  }

  private record Page(boolean ok, String error, List<Message> messages, String next) {
    static Page of(
        boolean ok,
        @Nullable String error,
        @Nullable List<Message> messages,
        @Nullable String next) {
      return new Page(
          ok,
          error == null ? "" : error,
          messages == null ? List.of() : messages,
          next == null ? "" : next);
    }
  }
}
