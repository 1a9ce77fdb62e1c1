package dev.instead.teams;

import dev.instead.office.KnownAddresses;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.ChatGatewayContract;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class TeamsGatewayContractTest extends ChatGatewayContract {
  private static final Channel THERE =
      new Channel(Platform.TEAMS, FakeTeams.TENANT, FakeTeams.CHANNEL);

  private final FakeTeams teams;
  private final TeamsGateway gateway;

  TeamsGatewayContractTest() throws IOException {
    teams = new FakeTeams();
    KnownAddresses book = new KnownAddresses();
    book.found(new Spot(THERE, "19:team@thread.tacv2", "Social Care", teams.service(), true));
    gateway = new TeamsGateway(
        teams.connector(), book, (notice, language) -> new TeamsMessage("Something", Map.of()));
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Override
  protected ChatGateway gateway() {
    return gateway;
  }

  @Override
  protected Channel channel() {
    return THERE;
  }

  @Override
  protected boolean canLook() {
    return false;
  }

  @Override
  protected int shown() {
    return teams.messages.size();
  }

  @Override
  protected void deleteAll() {
    teams.messages.clear();
  }

  @Override
  protected void archive() {
    teams.fails(FakeTeams.Answer.error(403, "BotNotInConversationRoster"));
  }

  @Override
  protected void limitNext(Duration wait) {
    teams.fails(FakeTeams.Answer.waiting(429, wait));
  }

  @Override
  protected void dropNextAnswer() {
    teams.failsAfterAccepting(FakeTeams.Answer.dropped());
  }
}
