package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseUrlTest {
  private static final String HELLO = "{\"text\":\"Hello\"}";

  private final TestClock clock = new TestClock();
  private final SlackWorkspace workspace = SampleCompany.workspace(clock);
  private final LocalSlack slack = LocalSlack.start(workspace, clock);

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void an_answer_is_seen_by_the_asker_alone_unless_it_says_otherwise() throws Exception {
    String url = slack.responseUrl("C0SOCIAL", "U0ANA", null);
    Client.post(url, HELLO);
    Client.post(url, "{\"text\":\"All\",\"response_type\":\"in_channel\"}");

    assertEquals("Hello", workspace.ephemeralsFor("U0ANA").get(0).text());
    assertEquals(1, workspace.messagesIn("C0SOCIAL").size());
  }

  @Test
  void the_sixth_answer_is_refused() throws Exception {
    String url = slack.responseUrl("C0SOCIAL", "U0ANA", null);
    for (int i = 0; i < 5; i++) {
      assertEquals(200, Client.post(url, HELLO).statusCode());
    }
    HttpResponse<String> sixth = Client.post(url, HELLO);
    assertEquals(404, sixth.statusCode());
    assertEquals("used_url", sixth.body());
    assertEquals(5, workspace.ephemeralsFor("U0ANA").size());
  }

  @Test
  void an_answer_after_thirty_minutes_is_refused() throws Exception {
    String url = slack.responseUrl("C0SOCIAL", "U0ANA", null);
    clock.advance(Duration.ofMinutes(30).plusMillis(1));
    assertEquals("expired_url", Client.post(url, HELLO).body());
  }

  @Test
  void an_unknown_url_and_wrong_bodies_are_refused() throws Exception {
    String url = slack.responseUrl("C0SOCIAL", "U0ANA", null);
    assertEquals(
        "no_service", Client.post(slack.address() + "/hooks/none", HELLO).body());
    assertEquals("no_text", Client.post(url, "{}").body());
    assertEquals("invalid_payload", Client.post(url, "text=a").body());
    assertEquals(
        "invalid_blocks",
        Client.post(url, "{\"blocks\":[{\"type\":\"carousel\"}]}").body());
  }

  @Test
  void the_original_can_be_replaced_and_deleted() throws Exception {
    SlackMessage card = workspace.post(
        SlackWorkspace.Draft.text("C0SOCIAL", SlackWorkspace.BOT_USER, "Card").onlyFor("U0ANA"));
    String url = slack.responseUrl("C0SOCIAL", "U0ANA", card.ts());
    Client.post(url, "{\"text\":\"New\",\"replace_original\":true}");
    assertEquals("New", workspace.ephemeralsFor("U0ANA").get(0).text());
    Client.post(url, "{\"delete_original\":true}");
    assertTrue(workspace.ephemeralsFor("U0ANA").isEmpty());
  }
}
