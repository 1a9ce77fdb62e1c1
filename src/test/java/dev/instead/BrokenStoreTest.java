package dev.instead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.office.LiveOffice;
import dev.instead.playground.Answer;
import dev.instead.playground.SlackMessage;
import dev.instead.report.CaseEvent;
import dev.instead.store.SmallDisk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database can't be used: the operator hears why and what to do, and nobody is promised what isn't stored. */
@Timeout(90)
class BrokenStoreTest {
  private final LiveOffice office = new LiveOffice();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void while_another_process_has_it_locked_nothing_is_promised_and_afterwards_all_goes_on()
      throws Exception {
    assertEquals("200 ready", ready());
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + office.database());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      Answer answer = office.types("U0DEWI", "/report", "https://x.com/a/status/1790001 refund");
      assertEquals(200, answer.status());
      office.whispered("U0DEWI", "not sure that was saved");
      assertTrue(LiveOffice.numberIn(answer.body()).isEmpty());
      String why = ready();
      assertTrue(why.startsWith("503") && why.contains("another process has locked"), why);
      assertEquals("200 alive", health("/health/live"));

      statement.execute("ROLLBACK");
    }
    becomesReady();
    String number = office.reports("U0DEWI", "https://x.com/a/status/1790001 refund");
    office.card("C0SOCIAL", number);
    assertEquals(
        1,
        office.workspace.messagesIn("C0SOCIAL").stream()
            .filter(message -> message.everything().contains("status/1790001"))
            .count());
  }

  @Test
  void danger_is_told_to_security_while_nothing_can_be_stored_and_its_card_follows()
      throws Exception {
    String words = "someone says he will burn down our showroom";
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + office.database());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      String said = office.types("U0DEWI", "/report", words).body();
      assertTrue(said.contains("+62 21 555 0110"), said);
      assertTrue(said.contains("telling Security directly"), said);
      assertTrue(said.contains("save your report yet"), said);
      assertTrue(LiveOffice.numberIn(said).isEmpty(), said);
      SlackMessage direct = office.written("C0SECURITY", words);
      assertTrue(LiveOffice.numberIn(direct.everything()).isEmpty(), direct.everything());
      statement.execute("ROLLBACK");
    }
    String number =
        LiveOffice.numberIn(office.told("U0DEWI", "Security").text()).orElseThrow();
    office.card("C0SECURITY", number, words);
    assertEquals(
        2,
        office.workspace.messagesIn("C0SECURITY").stream()
            .filter(message -> message.everything().contains(words))
            .count(),
        "one alarm and one card");
  }

  @Test
  void what_was_typed_into_a_form_stays_there_while_nothing_can_be_stored() throws SQLException {
    String number = office.reports("U0DEWI", "https://x.com/a/status/1790002 refund");
    SlackMessage card = office.card("C0SOCIAL", number);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + office.database());
        Statement statement = other.createStatement()) {
      office.types("U0DEWI", "/report", "");
      office.window("U0DEWI", "report.file");
      office.people.choose("U0ANA", card, "case.more", "case.severity " + number);
      office.window("U0ANA", "case.severity");
      statement.execute("BEGIN IMMEDIATE");
      keeps("U0DEWI", Map.of("link_field", "https://x.com/a/status/1790003"), "link_field");
      keeps(
          "U0DEWI",
          Map.of("link_field", "https://x.com/a/status/1790003", "text_field", "refund"),
          "text_field");
      keeps("U0ANA", Map.of("choice_field", "high"), "choice_field");
      statement.execute("ROLLBACK");
    }
    office.people.submit("U0DEWI", Map.of("link_field", "https://x.com/a/status/1790003"));
    office.window("U0DEWI", "Thanks, Dewi");
  }

  private void keeps(String user, Map<String, String> fields, String field) {
    assertEquals(200, office.people.submit(user, fields).status());
    Map<String, String> errors = office.workspace.views().errorsOf(user);
    assertEquals(Set.of(field), errors.keySet());
    assertTrue(errors.toString().contains("I'm not sure that was saved"), errors.toString());
  }

  @Test
  void when_the_disk_is_full_nobody_is_promised_anything_and_nothing_acknowledged_is_lost() {
    String atLength = " refund ".repeat(360);
    SmallDisk.leaves(office.bot().database(), 20);
    List<String> acknowledged = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 40 && refused < 3; i++) {
      Answer answer =
          office.types("U0DEWI", "/report", "https://x.com/a/status/17900" + (100 + i) + atLength);
      assertEquals(200, answer.status());
      Optional<String> number = LiveOffice.numberIn(answer.body());
      number.ifPresent(acknowledged::add);
      if (number.isEmpty()) {
        refused++;
        assertTrue(answer.body().contains("not sure that was saved"), answer.body());
      }
    }
    assertEquals(3, refused, "the disk never became full");
    assertFalse(acknowledged.isEmpty(), "the disk was full from the beginning");
    String why = ready();
    assertTrue(why.startsWith("503") && why.contains("the disk is full"), why);

    SmallDisk.isFreed(office.bot().database());
    acknowledged.add(office.reports("U0DEWI", "https://x.com/a/status/1790200" + atLength));
    becomesReady();
    // What could not be recorded as delivered is looked for once its lease is over.
    office.clock.advance(Duration.ofMinutes(3));
    for (String number : acknowledged) {
      office.card("C0SOCIAL", number);
      office.told("U0DEWI", number);
      assertEquals(1, office.cards("C0SOCIAL", number).size(), number);
    }
    office.stop();
    for (String number : acknowledged) {
      assertInstanceOf(CaseEvent.Opened.class, office.events(number).get(0).what());
    }
  }

  @Test
  void a_read_only_file_stops_the_start() throws IOException {
    office.stop();
    Files.setPosixFilePermissions(office.database(), PosixFilePermissions.fromString("r--r--r--"));
    refusesToStart("the database file is read-only");
  }

  @Test
  void a_file_of_a_newer_version_stops_the_start() throws SQLException {
    office.stop();
    try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + office.database());
        Statement statement = newer.createStatement()) {
      statement.execute("""
          INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
          VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'later', 1, 1)
          """);
    }
    refusesToStart("a newer version of Instead has written this database");
  }

  @Test
  void a_second_bot_on_the_same_file_stops_at_the_start() {
    refusesToStart("another Instead is running on this database");
    assertEquals("200 ready", ready());
  }

  private void refusesToStart(String words) {
    RuntimeException refusal =
        assertThrows(RuntimeException.class, () -> Bot.start(office.settings(), office.clock));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(words), message);
    assertTrue(message.contains(office.database().toString()), message);
  }

  /** A load balancer needs some seconds to notice that it wasn't. */
  private void becomesReady() {
    Instant deadline = Instant.now().plusSeconds(20);
    while (!ready().equals("200 ready")) {
      assertTrue(Instant.now().isBefore(deadline), "well again, and still not ready");
      office.workspace.await(any -> false, Duration.ofMillis(200));
    }
  }

  private String ready() {
    return health("/health/ready");
  }

  private String health(String path) {
    URI page = office.address().resolve(path);
    try {
      HttpResponse<String> answer = HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body().strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
