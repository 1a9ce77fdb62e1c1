package dev.instead.office;

import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.ChatGatewayContract;
import java.time.Duration;

class FakeChatTest extends ChatGatewayContract {
  private final FakeChat chat = new FakeChat();

  @Override
  protected ChatGateway gateway() {
    return chat;
  }

  @Override
  protected int shown() {
    return chat.in(CHANNEL).size();
  }

  @Override
  protected void deleteAll() {
    chat.in(CHANNEL).forEach(chat::deletes);
  }

  @Override
  protected void archive() {
    chat.archives(CHANNEL);
  }

  @Override
  protected void limitNext(Duration wait) {
    chat.fails(FakeChat.waitFor(wait));
  }

  @Override
  protected void dropNextAnswer() {
    chat.dropsTheNextAnswer();
  }
}
