package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackWorkspaceTest {
  private final TestClock clock = new TestClock();
  private final SlackWorkspace workspace = SampleCompany.workspace(clock);

  @Test
  void every_ts_is_later_than_the_one_before_even_when_the_clock_stands() {
    List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
        .mapToObj(i -> CompletableFuture.runAsync(
            () -> IntStream.range(0, 50).forEach(n -> say("C0SOCIAL", "x"))))
        .toList();
    writers.forEach(CompletableFuture::join);
    List<String> stamps =
        workspace.messagesIn("C0SOCIAL").stream().map(SlackMessage::ts).toList();

    assertEquals(400, new HashSet<>(stamps).size());
    assertEquals(stamps.stream().sorted().toList(), stamps);
    assertEquals(clock.instant(), workspace.messagesIn("C0SOCIAL").get(0).at());
  }

  @Test
  void whoever_waits_is_woken_by_the_change_and_gives_up_in_the_end() {
    CompletableFuture<SlackMessage> waiting =
        CompletableFuture.supplyAsync(() -> workspace.awaitMessage(
            "C0SOCIAL", message -> message.text().equals("Now"), Duration.ofSeconds(10)));
    say("C0SOCIAL", "Now");

    assertEquals("Now", waiting.join().text());
    assertFalse(workspace.await(here -> false, Duration.ofMillis(1)));
    assertThrows(
        IllegalStateException.class,
        () -> workspace.awaitMessage("C0SOCIAL", message -> false, Duration.ofMillis(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "mrkdwn, <!channel> look, channel",
    "mrkdwn, <@U0ANA> look, U0ANA",
    "mrkdwn, <!subteam^S0CARE|@social-care>, S0CARE",
    "plain_text, <!channel> <@U0ANA>, ''",
    "mrkdwn, &lt;!channel&gt; @everyone, ''"
  })
  void only_live_text_pings(String type, String text, String pinged) {
    JsonNode blocks = Json.array()
        .add(Json.object()
            .put("type", "section")
            .set("text", Json.object().put("type", type).put("text", text)));
    SlackMessage message = workspace.post(new SlackWorkspace.Draft(
        "C0SOCIAL", SlackWorkspace.BOT_USER, "", blocks, null, null, null));
    assertEquals(pinged.isEmpty() ? Set.of() : Set.of(pinged), Mentions.in(message));
  }

  @Test
  void a_group_mention_reaches_its_members_only() {
    SlackMessage message = say("C0SOCIAL", "<!subteam^S0CARE> please");
    assertTrue(Mentions.reach(message, "U0ANA", workspace));
    assertFalse(Mentions.reach(message, "U0OMAR", workspace));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "@Dewi Lestari in #social-care => <@U0DEWI> in <#C0SOCIAL|social-care>",
        "#legal-cases => <#C0LEGAL|>",
        "<!channel> & @channel => &lt;!channel&gt; &amp; <!channel>",
        "see https://x.com/a?b=1&c=2 => see <https://x.com/a?b=1&amp;c=2>",
        "@social-care => <!subteam^S0CARE|@social-care>"
      })
  void typed_words_become_what_slack_sends(String typed, String sent) {
    assertEquals(sent, new Typed(workspace).message(typed));
  }

  @Test
  void small_talk_is_there_to_be_reported_and_is_already_read() {
    SampleCompany.smallTalk(workspace);
    assertTrue(workspace.messagesIn("C0SHOWROOM").size() >= 2);
    assertTrue(workspace.unreadBy("U0BUDI", "C0SHOWROOM").isEmpty());
  }

  private SlackMessage say(String channel, String text) {
    return workspace.post(SlackWorkspace.Draft.text(channel, SlackWorkspace.BOT_USER, text));
  }
}
