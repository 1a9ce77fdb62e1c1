package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in direct messages and, for one person's eyes, in channels. A question is not stored, so a lost answer means asking again. */
final class ChatReplies {
  private static final Logger LOG = LoggerFactory.getLogger(ChatReplies.class);

  private final MethodsClient slack;
  private final Executor errands;

  ChatReplies(Slack slack, String botToken, Executor errands) {
    this.slack = slack.methods(botToken);
    this.errands = errands;
  }

  /** Queues the answer and returns at once. */
  void say(Conversation where, SlackMessage message) {
    try {
      errands.execute(() -> post(where, message));
    } catch (RejectedExecutionException e) {
      LOG.warn("An answer in {} was dropped: too many are waiting", where.channel());
    }
  }

  private void post(Conversation where, SlackMessage message) {
    try {
      SlackApiTextResponse answer =
          where.onlyFor().isPresent() ? ephemeral(where, message) : plain(where, message);
      if (!answer.isOk()) {
        LOG.warn("An answer in {} was refused: {}", where.channel(), answer.getError());
      }
    } catch (SlackApiException e) {
      LOG.warn("An answer in {} got HTTP {}", where.channel(), e.getResponse().code());
    } catch (IOException | JsonParseException e) {
      LOG.warn(
          "An answer in {} could not be sent: {}", where.channel(), e.getClass().getSimpleName());
    }
  }

  private SlackApiTextResponse plain(Conversation where, SlackMessage message)
      throws IOException, SlackApiException {
    return slack.chatPostMessage(post -> post.channel(where.channel())
        .threadTs(where.thread().orElse(null))
        .text(message.text())
        .blocks(message.blocks())
        .unfurlLinks(false)
        .unfurlMedia(false)
        .linkNames(false));
  }

  private SlackApiTextResponse ephemeral(Conversation where, SlackMessage message)
      throws IOException, SlackApiException {
    return slack.chatPostEphemeral(post -> post.channel(where.channel())
        .user(where.onlyFor().orElseThrow())
        .threadTs(where.thread().orElse(null))
        .text(message.text())
        .blocks(message.blocks())
        .linkNames(false));
  }
}
