package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import dev.instead.calls.Sending;
import dev.instead.notice.MessageKind;
import dev.instead.notice.Notice;
import dev.instead.notice.Recipient;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.Due;
import dev.instead.outbox.Remote;
import dev.instead.people.Platform;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What goes out to Slack, one call at a time. */
public final class SlackGateway implements ChatGateway {
  /** Each message carries its id in its metadata, so that it can be found when an answer was lost. Anyone may read it: no secrets. */
  public static final String METADATA = "instead_message";

  /** Under this name the metadata hold the id that the message has in the store. */
  public static final String METADATA_ID = "message";

  private final MethodsClient slack;
  private final LostMessages lost;

  public SlackGateway(Slack slack, String botToken) {
    this.slack = slack.methods(botToken);
    this.lost = new LostMessages(this.slack);
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public Sent post(Due due, Notice notice, Locale language) {
    SlackMessage message = SlackCards.of(notice, language);
    if (due.kind() == MessageKind.HOME) {
      return publish(due, message);
    }
    if (due.kind() == MessageKind.STRAY_CARD) {
      // It is there already; its detail is where.
      return update(new Remote(target(due), due.detail()), message);
    }
    ChatPostMessageRequest request = ChatPostMessageRequest.builder()
        .channel(target(due))
        .threadTs(due.thread().map(Remote::id).orElse(null))
        .text(message.text())
        .blocks(message.blocks())
        .unfurlLinks(false)
        .unfurlMedia(false)
        .linkNames(false)
        .metadata(Message.Metadata.builder()
            .eventType(METADATA)
            .eventPayload(Map.of(METADATA_ID, due.id().value()))
            .build())
        .build();
    return call(
        () -> slack.chatPostMessage(request),
        (ChatPostMessageResponse posted) -> new Remote(posted.getChannel(), posted.getTs()));
  }

  @Override
  public Sent edit(Due due, Notice notice, Locale language) {
    SlackMessage message = SlackCards.of(notice, language);
    return due.kind() == MessageKind.HOME
        ? publish(due, message)
        : update(due.remote().orElseThrow(), message);
  }

  @Override
  public boolean looks(Due due) {
    return LostMessages.mayLook(due);
  }

  @Override
  public Looked find(Due due) {
    return lost.find(due);
  }

  private Sent update(Remote remote, SlackMessage message) {
    return call(
        () -> slack.chatUpdate(update -> update
            .channel(remote.conversation())
            .ts(remote.id())
            .text(message.text())
            .blocks(message.blocks())),
        (ChatUpdateResponse updated) -> remote);
  }

  private Sent publish(Due due, SlackMessage message) {
    View home = View.builder().type("home").blocks(message.blocks()).build();
    String person = target(due);
    return call(
        () -> slack.viewsPublish(publish -> publish.userId(person).view(home)),
        (ViewsPublishResponse published) ->
            new Remote(person, published.getView().getId()));
  }

  /** A channel's id, or a person's: Slack opens their direct messages by itself. */
  private static String target(Due due) {
    if (due.to() instanceof Recipient.InChannel there) return there.channel().id();
    if (due.to() instanceof Recipient.InPrivate there) return there.person().id();
    throw new AssertionError("No address for " + due.to().getClass().getSimpleName());
  }

  private static <R extends SlackApiTextResponse> Sent call(
      Call<R> call, Function<R, Remote> remote) {
    Sending.forget();
    try {
      R response = call.now();
      return response.isOk()
          ? new Sent.Delivered(remote.apply(response))
          : SlackErrors.of(response);
    } catch (SlackApiException e) {
      return SlackErrors.of(e);
    } catch (IOException e) {
      return SlackErrors.of(e);
    } catch (JsonParseException e) {
      return new Sent.Unknown("Slack's answer could not be read");
    }
  }

  /** One call of the Web API. */
  interface Call<R> {
    R now() throws IOException, SlackApiException;
  }
}
