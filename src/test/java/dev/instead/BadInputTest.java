package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.Mentions;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SigningSecret;
import dev.instead.playground.SlackGroup;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackUser;
import dev.instead.playground.SlackWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers, forgers and careless people send: each gets a clear answer, and nothing pings, lies or changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class BadInputTest {
  private static final String DEWI = "U0DEWI";
  private static final String ANA = "U0ANA";
  private static final String LEFT = "U0LEFT";
  private static final String SOCIAL = "C0SOCIAL";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Everything that pings or dresses up as something else, as a hostile client may put it into any field. */
  private static final String NASTY =
      "<!channel> <!here> <!everyone> @everyone <@U0BEN> <!subteam^S0CARE> *bold* `code`"
          + " <https://evil.example/|https://bank.example> [bank](https://evil.example/md)"
          + " &lt;!channel&gt; <!date^0^{date}^https://evil.example/|today>";

  private final LiveOffice office = new LiveOffice(BadInputTest::hire);
  private final AtomicInteger posts = new AtomicInteger(3000);

  @BeforeEach
  void a_minute_passes() {
    office.clock.advance(Duration.ofMinutes(1));
  }

  @AfterAll
  void close() {
    office.close();
  }

  // ---- requests that aren't Slack's

  @Test
  void an_unsigned_request_is_refused() {
    assertEquals(
        401, office.people.send(new SignedRequest(FORM, command(), Map.of())).status());
  }

  @Test
  void a_request_signed_with_another_secret_is_refused() {
    SigningSecret other = new SigningSecret("somebody-elses-secret-0000000000");
    assertEquals(
        401, office.people.send(other.sign(FORM, command(), Instant.now())).status());
  }

  @ParameterizedTest
  @ValueSource(longs = {-310, 310})
  void a_request_from_another_time_is_refused(long seconds) {
    Instant then = Instant.now().plusSeconds(seconds);
    assertEquals(
        401, office.people.send(LiveOffice.SECRET.sign(FORM, command(), then)).status());
  }

  @Test
  void a_truncated_request_is_refused() {
    SignedRequest whole = signed(FORM, command());
    String half = whole.body().substring(0, whole.body().length() / 2);
    assertEquals(401, office.people.send(whole.withBody(half)).status());
  }

  @Test
  void an_oversized_request_is_refused() {
    String large = command() + "&text=" + "x".repeat(1024 * 1024);
    assertEquals(413, office.people.send(signed(FORM, large)).status());
  }

  @Test
  void a_request_of_another_type_is_refused() {
    assertEquals(415, office.people.send(signed("text/xml", command())).status());
  }

  @Test
  void json_nested_without_end_is_refused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertEquals(400, office.people.send(signed("application/json", deep)).status());
  }

  // ---- repeats

  @Test
  void a_form_that_comes_again_has_one_effect_even_after_a_restart() {
    office.types(DEWI, "/report", "");
    office.people.submit(DEWI, Map.of("link_field", post(), "text_field", "sent three times"));
    SignedRequest again = office.people.latest();
    String number = LiveOffice.numberIn(office.window(DEWI, "Thanks, Dewi")).orElseThrow();
    assertTrue(office.people.send(again).body().contains(number));
    office.restart();
    assertTrue(office.people.send(again).body().contains(number));
    office.people.closeModal(DEWI, true);

    String marker = office.reports(DEWI, post() + " the next one");
    office.card(SOCIAL, marker);
    assertEquals(
        1,
        office.workspace.messagesIn(SOCIAL).stream()
            .filter(message -> message.everything().contains("sent three times"))
            .count());
  }

  // ---- forms

  @Test
  void a_description_without_a_link_is_enough() {
    office.types(DEWI, "/report", "");
    office.people.submit(DEWI, Map.of("text_field", "A man shouts at our stand and films it"));
    String number = LiveOffice.numberIn(office.window(DEWI, "Thanks, Dewi")).orElseThrow();
    office.people.closeModal(DEWI, true);
    assertTrue(office.workspace.await(
        here -> here.channels().stream()
            .anyMatch(channel -> !office.cards(channel.id(), number).isEmpty()),
        LiveOffice.SOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.168.1.10/wiki",
        "http://localhost:8080/",
        "https://intranet/page",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data"
      })
  void a_private_address_is_said_beside_its_field_and_what_was_typed_stays(String link) {
    office.types(DEWI, "/report", "");
    office.people.submit(DEWI, Map.of("link_field", link, "text_field", "look at this"));
    Map<String, String> errors = office.workspace.views().errorsOf(DEWI);
    assertEquals(Set.of("link_field"), errors.keySet());
    assertTrue(errors.toString().contains("internal or private"), errors.toString());
    assertTrue(office.window(DEWI, "report.file").contains("look at this"));
    office.people.closeModal(DEWI, true);
  }

  @Test
  void nothing_at_all_is_said_beside_the_text() {
    office.types(DEWI, "/report", "");
    office.people.submit(DEWI, Map.of());
    assertEquals(Set.of("text_field"), office.workspace.views().errorsOf(DEWI).keySet());
    office.people.closeModal(DEWI, true);
  }

  @Test
  void three_thousand_characters_of_emoji_are_taken() {
    office.types(DEWI, "/report", "");
    office.people.submit(
        DEWI, Map.of("link_field", post(), "text_field", "\uD83D\uDE00".repeat(1500)));
    String number = LiveOffice.numberIn(office.window(DEWI, "Thanks, Dewi")).orElseThrow();
    office.people.closeModal(DEWI, true);
    assertTrue(office.card(SOCIAL, number).everything().contains("\uD83D\uDE00…"));
  }

  @Test
  void more_than_that_is_declined_kindly() {
    Answer answer = office.types(DEWI, "/report", "\uD83D\uDE00".repeat(3000));
    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("Please keep it under 3,000 characters"), answer.body());
  }

  @Test
  void text_that_runs_backwards_cannot_turn_the_card_around() {
    String number = office.reports(
        DEWI, post() + " refund \u202Egnp.exe\u202C \u2066\u0645\u0631\u062D\u0628\u0627\u2069");
    String card = office.card(SOCIAL, number).everything();
    assertTrue(card.contains("\u0645\u0631\u062D\u0628\u0627"), "Arabic stays");
    assertTrue(
        card.chars().noneMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)));
  }

  // ---- words that would ping or pretend

  @Test
  void nothing_that_anybody_writes_pings_or_pretends_anywhere() {
    String number = office.reports(DEWI, post() + " refund " + NASTY);
    SlackMessage receipt = office.whispered(DEWI, number);
    office.people.press(DEWI, receipt, "report.details");
    office.people.submit(DEWI, Map.of("text_field", "details " + NASTY));
    office.written(SOCIAL, "added to " + number);

    office.people.press(ANA, office.card(SOCIAL, number), "case.take");
    office.people.press(ANA, office.card(SOCIAL, number, "has been on it"), "case.ask");
    office.people.submit(ANA, Map.of("text_field", "question " + NASTY));
    SlackMessage question = office.told(DEWI, "has a question about " + number);
    office.people.press(DEWI, question, "report.answer");
    harmless(office.workspace.modalOf(DEWI).orElseThrow().path("blocks"));
    office.people.submit(DEWI, Map.of("text_field", "answer " + NASTY));
    office.written(SOCIAL, "answered about " + number);
    office.people.press(ANA, office.card(SOCIAL, number, "has been on it"), "case.reply");
    office.people.submit(ANA, Map.of("text_field", "reply " + NASTY));
    office.told(DEWI, "writes about " + number);

    SlackMessage card = office.card(SOCIAL, number, "has been on it");
    office.people.choose(ANA, card, "case.more", "case.timeline " + number);
    harmless(office.workspace.modalOf(ANA).orElseThrow().path("blocks"));
    office.people.closeModal(ANA, true);
    office.people.press(ANA, card, "case.resolve");
    office.people.submit(
        ANA, Map.of("choice_field", "answered", "text_field", "resolved " + NASTY));
    office.told(DEWI, "has finished with " + number);

    office.types(DEWI, "/canipost", "may i zebra lantern trampoline " + NASTY);
    office.people.press(DEWI, office.whispered(DEWI, "so I won't guess"), "answer.send_on");
    office.written("C0POLICY", "may i zebra lantern trampoline");
    office.types(DEWI, "/canipost", "draft: prototype zebra " + NASTY);
    office.people.press(DEWI, office.whispered(DEWI, "I don't keep your draft"), "answer.send_on");
    office.written("C0POLICY", "prototype zebra");
    everythingIsHarmless();
  }

  @Test
  void a_form_is_as_safe_as_a_command() {
    office.types(DEWI, "/report", "");
    office.people.submit(DEWI, Map.of("link_field", post(), "text_field", "form " + NASTY));
    String number = LiveOffice.numberIn(office.window(DEWI, "Thanks, Dewi")).orElseThrow();
    office.people.closeModal(DEWI, true);
    office.card(SOCIAL, number);
    everythingIsHarmless();
  }

  // ---- presses

  @Test
  void a_stale_card_says_that_the_case_has_moved_on() {
    String number = office.reports(DEWI, post() + " refund");
    SlackMessage stale = office.card(SOCIAL, number);
    office.people.press(ANA, stale, "case.dismiss");
    office.card(SOCIAL, number, "Not an issue.");
    office.people.press(ANA, stale, "case.take");
    office.whispered(ANA, number + " has moved on");
  }

  @Test
  void a_colleague_of_another_team_hears_what_they_can_do_instead() {
    String number = office.reports(DEWI, post() + " refund");
    office.people.press("U0LARAS", office.card(SOCIAL, number), "case.take");
    SlackMessage answer = office.whispered("U0LARAS", "Social Care works on this one");
    assertTrue(answer.element("open.report").isPresent());
    office.card(SOCIAL, number, "Nobody has it yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"U0GUS", LEFT})
  void guests_and_people_who_left_are_sent_to_the_public_contact(String user) {
    String number = office.reports(DEWI, post() + " refund");
    office.people.press(user, office.card(SOCIAL, number), "case.take");
    SlackMessage answer = office.whispered(user, "https://meranti.example/contact");
    assertFalse(answer.everything().contains(number));
    office.card(SOCIAL, number, "Nobody has it yet");
    assertTrue(office.types(user, "/report", post()).body().contains("meranti.example/contact"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-ZZZZ", "garbage", " ", "S-", "' OR 1=1 --", "<!channel>", "../../etc"})
  void a_forged_number_finds_nothing(String value) {
    String number = office.reports(DEWI, post() + " refund");
    SlackMessage card = office.card(SOCIAL, number);
    int before = office.workspace.ephemeralsFor(ANA).size();
    assertEquals(200, office.people.press(ANA, forged(card, value), "case.take").status());
    office.eventually(
        "an answer to the forged press", here -> here.ephemeralsFor(ANA).size() > before);
    assertTrue(last(office.workspace.ephemeralsFor(ANA)).text().contains("I can't find that one"));
  }

  @Test
  void a_forged_value_of_two_thousand_characters_finds_nothing() {
    String number = office.reports(DEWI, post() + " refund");
    SlackMessage card = forged(office.card(SOCIAL, number), "S-" + "Z".repeat(1998));
    assertEquals(200, office.people.press(ANA, card, "case.take").status());
    office.whispered(ANA, "I can't find that one");
  }

  @Test
  void the_number_of_another_teams_case_opens_nothing() {
    String number = office.reports(DEWI, post() + " a journalist asks us for a statement");
    office.card("C0PRESS", number);
    SlackMessage own = office.card(SOCIAL, office.reports(DEWI, post() + " refund"));
    office.people.press(ANA, forged(own, number), "case.take");
    office.whispered(ANA, "Press Office works on this one");
    assertTrue(office.card("C0PRESS", number).element("case.take").isPresent());
  }

  @Test
  void the_number_of_a_restricted_case_is_answered_like_one_that_does_not_exist() {
    String number = office.reports(DEWI, post() + " someone leaked our price list");
    office.card("C0SECURITY", number);
    SlackMessage own = office.card(SOCIAL, office.reports(DEWI, post() + " refund"));
    office.people.press(ANA, forged(own, number), "case.take");
    office.whispered(ANA, "I can't find that one");
    assertTrue(office.card("C0SECURITY", number).element("case.take").isPresent());
  }

  @Test
  void somebody_elses_report_cannot_be_taken_back() {
    String number = office.reports(DEWI, post() + " refund");
    SlackMessage receipt = office.whispered(DEWI, number);
    office.people.press("U0BUDI", receipt, "report.withdraw");
    office.whispered("U0BUDI", "tidak");
    office.card(SOCIAL, number, "Nobody has it yet");
  }

  // ----

  private void everythingIsHarmless() {
    SlackWorkspace workspace = office.workspace;
    Stream<SlackMessage> public_ =
        workspace.channels().stream().flatMap(c -> workspace.messagesIn(c.id()).stream());
    Stream<SlackMessage> private_ =
        workspace.people().stream().flatMap(p -> workspace.ephemeralsFor(p.id()).stream());
    Stream.concat(public_, private_).filter(SlackMessage::byBot).forEach(message -> {
      Set<String> pinged = new TreeSet<>(Mentions.in(message));
      pinged.removeAll(List.of(DEWI, ANA, "U0BUDI", "U0OMAR", "U0SIGIT"));
      assertEquals(Set.of(), pinged, message.toString());
      assertFalse(message.text().contains("<http"), message.text());
      harmless(message.blocks());
    });
  }

  /** Links show where they lead, and no sentence of the bot's own holds a stranger's markup. */
  private static void harmless(JsonNode node) {
    switch (node.path("type").asText()) {
      case "link" -> assertEquals(node.path("url"), node.path("text"), node.toString());
      case "mrkdwn" -> {
        String text = node.path("text").asText();
        assertFalse(text.contains("evil.example") || text.contains("<!channel"), text);
        assertTrue(node.path("verbatim").asBoolean(), text);
      }
      case "user", "usergroup", "broadcast" -> throw new AssertionError(node.toString());
      default -> node.forEach(BadInputTest::harmless);
    }
  }

  private static SlackMessage forged(SlackMessage card, String value) {
    ArrayNode blocks = card.blocks().deepCopy();
    blocks.findParents("value").forEach(button -> ((ObjectNode) button).put("value", value));
    return new SlackMessage(
        card.channel(),
        card.ts(),
        card.user(),
        card.text(),
        blocks,
        card.metadata(),
        card.thread(),
        card.seenOnlyBy(),
        card.edited());
  }

  private static SlackMessage last(List<SlackMessage> messages) {
    return messages.get(messages.size() - 1);
  }

  private static void hire(SlackWorkspace workspace) {
    workspace.put(SlackUser.employee(LEFT, "Lia Left", "No longer here", "en-US")
        .as(SlackUser.Trait.DEACTIVATED));
    workspace.put(
        new SlackGroup("S0CARE", "social-care", List.of(ANA, "U0BEN", "U0CITRA", LEFT, "U0GUS")));
    workspace.join(SOCIAL, LEFT);
    workspace.join(SOCIAL, "U0GUS");
  }

  private static SignedRequest signed(String type, String body) {
    return LiveOffice.SECRET.sign(type, body, Instant.now());
  }

  private static String command() {
    return "command=%2Freport&team_id=T0MERANTI&user_id=U0DEWI&trigger_id=1.2.3&text=forged";
  }

  private String post() {
    return "https://x.com/rudi_drives/status/179000000000000" + posts.incrementAndGet();
  }
}
