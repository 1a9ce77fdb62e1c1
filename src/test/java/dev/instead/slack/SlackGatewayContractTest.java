package dev.instead.slack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.ChatGatewayContract;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.SampleCompany;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class SlackGatewayContractTest extends ChatGatewayContract {
  private final SlackWorkspace workspace = SampleCompany.workspace();
  private final LocalSlack local = LocalSlack.start(workspace);
  private final Slack slack = SlackApi.at(local.apiUrl(), SlackApi.UNHURRIED);
  private final SlackGateway gateway = new SlackGateway(slack, LocalSlack.TOKEN);

  @AfterEach
  void close() {
    local.close();
  }

  @Override
  protected ChatGateway gateway() {
    return gateway;
  }

  @Override
  protected int shown() {
    return workspace.messagesIn(CHANNEL).size();
  }

  @Override
  protected void deleteAll() {
    for (SlackMessage message : workspace.messagesIn(CHANNEL)) {
      try {
        assertTrue(slack
            .methods(LocalSlack.TOKEN)
            .chatDelete(delete -> delete.channel(CHANNEL).ts(message.ts()))
            .isOk());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SlackApiException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  protected void archive() {
    workspace.archive(CHANNEL, true);
  }

  @Override
  protected void limitNext(Duration wait) {
    local.troubles().limitNext(1, wait);
  }

  @Override
  protected void dropNextAnswer() {
    local.troubles().dropNext(1);
  }
}
