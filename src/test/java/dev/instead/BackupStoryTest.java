package dev.instead;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.cli.Parts;
import dev.instead.cli.Wired;
import dev.instead.config.DatabaseAddress;
import dev.instead.desk.StoreException;
import dev.instead.office.LiveOffice;
import dev.instead.playground.LocalSlack;
import dev.instead.playground.SlackMessage;
import dev.instead.setup.Doctor;
import dev.instead.store.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store is copied while the bot works, put back, and the bot goes on from there. */
@Timeout(120)
class BackupStoryTest {
  private static final String DEWI = "U0DEWI";
  private static final String ANA = "U0ANA";
  private static final String SOCIAL = "C0SOCIAL";

  private final LiveOffice office = new LiveOffice();
  private final Path copy = office.folder.resolve("copies").resolve("monday.db");

  @BeforeEach
  void nothing_waits() {
    office.told("U0SIGIT", "S-");
    office.written(SOCIAL, "S-");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_restored_store_goes_on_and_its_cards_show_what_it_knows() {
    String number = office.reports(DEWI, "https://x.com/a/status/1990001 refund");
    SlackMessage card = office.card(SOCIAL, number);
    Backup.Contents taken = backup();
    assertEquals(2, taken.cases(), "the one that warmed the office up is there too");
    office.people.press(ANA, card, "case.take");
    office.card(SOCIAL, number, "has been on it");

    Backup.Restored restored = restore();

    // What the courier had sent but not written down yet is in doubt instead.
    assertTrue(restored.cards() > 0 && restored.cards() <= 2, restored.toString());
    assertTrue(Files.exists(restored.before().orElseThrow()));
    SlackMessage again = awaitWithout(number, "has been on it");
    assertTrue(office.people.press(ANA, again, "case.take").ok());
    office.card(SOCIAL, number, "has been on it");
    assertEquals(1, office.cards(SOCIAL, number).size());
    office.card(SOCIAL, office.reports("U0BUDI", "https://x.com/a/status/1990002 refund"));
  }

  @Test
  void what_was_said_after_the_copy_was_taken_is_not_said_again() {
    office.slack.troubles().failNext("chat.postMessage", 1_000_000, "service_unavailable");
    String number = office.reports(DEWI, "https://x.com/a/status/1990003 refund");
    backup();
    office.slack.troubles().none();
    office.clock.advance(Duration.ofMinutes(10));
    office.card(SOCIAL, number);

    restore();

    // The next card of the channel comes after the one that is in doubt.
    office.card(SOCIAL, office.reports("U0BUDI", "https://x.com/a/status/1990004 refund"));
    assertEquals(1, office.cards(SOCIAL, number).size());
  }

  @Test
  void the_doctor_takes_the_buttons_off_cards_whose_cases_are_lost() throws Exception {
    backup();
    String number = office.reports(DEWI, "https://x.com/a/status/1990005 refund");
    SlackMessage card = office.card(SOCIAL, number);
    restore();
    office.people.press(ANA, card, "case.take");
    office.whispered(ANA, "I can't find that one");

    String found = doctor(false);
    assertTrue(
        found.contains("warn    There is 1 card in the channel C0SOCIAL (team social-care)"),
        found);
    assertTrue(office.card(SOCIAL, number).element("case.take").isPresent());

    String mended = doctor(true);
    assertTrue(mended.contains("The buttons were taken away."), mended);
    SlackMessage dead = office.card(SOCIAL, number, "not on record any more");
    assertFalse(dead.element("case.take").isPresent());
    assertFalse(doctor(false).contains("There is 1 card"));
  }

  @Test
  void another_store_than_the_bots_takes_no_buttons_away() throws Exception {
    String number = office.reports(DEWI, "https://x.com/a/status/1990009 refund");
    office.card(SOCIAL, number);

    String told = doctor(true, office.folder.resolve("nothing-here.db"));

    assertTrue(told.contains("problem The store has none of the "), told);
    assertTrue(office.card(SOCIAL, number).element("case.take").isPresent());
  }

  @Test
  void the_doctor_deletes_a_second_card_of_a_case() throws Exception {
    office.slack.troubles().failNext("conversations.history", 1_000_000, "missing_scope");
    office.slack.troubles().dropNext(4);
    String number = office.reports(DEWI, "https://x.com/a/status/1990006 refund");
    office.told(DEWI, number);
    office.card(SOCIAL, office.reports("U0BUDI", "https://x.com/a/status/1990008 refund"));
    office.clock.advance(Duration.ofMinutes(10));
    office.eventually("two cards", here -> twice().isPresent());
    office.slack.troubles().none();

    assertTrue(doctor(false).contains("There is 1 second card of the same case"), doctor(false));
    assertTrue(doctor(true).contains("They were deleted."));

    assertEquals(Optional.empty(), twice());
    office.people.press(ANA, office.card(SOCIAL, number), "case.take");
    office.card(SOCIAL, number, "has been on it");
    assertFalse(doctor(false).contains("second card"));
  }

  @Test
  void a_copy_is_for_its_owner_alone_and_replaces_nothing() throws IOException {
    backup();
    assertEquals(
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
        Files.getPosixFilePermissions(copy));
    byte[] before = Files.readAllBytes(copy);

    StoreException refused = assertThrows(StoreException.class, this::backup);

    assertTrue(
        String.valueOf(refused.getMessage()).contains("is there already"),
        String.valueOf(refused.getMessage()));
    assertArrayEquals(before, Files.readAllBytes(copy));
    try (var files = Files.list(copy.getParent())) {
      assertEquals(List.of(copy), files.toList());
    }
  }

  @Test
  void nothing_is_restored_while_the_bot_runs() {
    backup();
    StoreException refused = assertThrows(StoreException.class, this::putBack);
    assertTrue(
        String.valueOf(refused.getMessage()).contains("another Instead is running"),
        String.valueOf(refused.getMessage()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "other", "text"})
  void what_is_no_sound_copy_is_refused_and_the_store_stays(String wrong) throws IOException {
    String number = office.reports(DEWI, "https://x.com/a/status/1990007 refund");
    office.card(SOCIAL, number);
    backup();
    office.stop();
    byte[] sound = Files.readAllBytes(copy);
    switch (wrong) {
      case "cut" -> Files.write(copy, Arrays.copyOf(sound, sound.length / 2));
      case "other" -> emptyDatabase();
      default -> Files.writeString(copy, "This is a letter, not a store. ".repeat(1000));
    }

    StoreException refused = assertThrows(StoreException.class, this::putBack);

    assertTrue(
        String.valueOf(refused.getMessage()).startsWith(copy + ": "),
        String.valueOf(refused.getMessage()));
    office.start();
    assertTrue(
        office.people.press(ANA, office.card(SOCIAL, number), "case.take").ok());
    office.card(SOCIAL, number, "has been on it");
  }

  @Test
  void postgresql_is_left_to_its_own_tools() {
    DatabaseAddress server = DatabaseAddress.of("jdbc:postgresql://127.0.0.1:9/instead");
    StoreException refused = assertThrows(StoreException.class, () -> Backup.take(server, copy));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("pg_dump"),
        String.valueOf(refused.getMessage()));
  }

  /** A case with two cards; which one it is depends on whose answer was lost. */
  private Optional<String> twice() {
    return office.workspace.messagesIn(SOCIAL).stream()
        .filter(message -> !message.isReply())
        .map(message -> LiveOffice.numberIn(message.text()))
        .flatMap(Optional::stream)
        .filter(number -> office.cards(SOCIAL, number).size() == 2)
        .findFirst();
  }

  private Backup.Contents backup() {
    return Backup.take(address(), copy);
  }

  private Backup.Restored putBack() {
    return Backup.restore(copy, address(), office.clock.instant());
  }

  private Backup.Restored restore() {
    office.stop();
    Backup.Restored restored = putBack();
    office.start();
    return restored;
  }

  private void emptyDatabase() throws IOException {
    Files.delete(copy);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE letter (text TEXT)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private SlackMessage awaitWithout(String number, String words) {
    office.eventually(
        "a card of " + number + " without \"" + words + "\"",
        here -> office.cards(SOCIAL, number).stream()
            .noneMatch(card -> card.everything().contains(words)));
    return office.card(SOCIAL, number);
  }

  private DatabaseAddress address() {
    return DatabaseAddress.of("jdbc:sqlite:" + office.database());
  }

  private String doctor(boolean mend) throws InterruptedException {
    return doctor(mend, office.database());
  }

  private String doctor(boolean mend, Path store) throws InterruptedException {
    Parts parts = new Wired();
    Doctor looking = new Doctor(parts.policies(), parts.stores(), parts.cards(), Clock.systemUTC());
    List<String> told = new ArrayList<>();
    (mend ? looking.mending() : looking)
        .examine(
            Map.of(
                "INSTEAD_SLACK_SIGNING_SECRET",
                "live-office-signing-secret-000000",
                "INSTEAD_SLACK_BOT_TOKEN",
                LocalSlack.TOKEN,
                "INSTEAD_SLACK_API_URL",
                office.slack.apiUrl(),
                "INSTEAD_POLICY",
                office.policy.toString(),
                "INSTEAD_DATABASE_URL",
                "jdbc:sqlite:" + store),
            finding -> told.add(finding.toString()));
    return String.join("\n", told);
  }
}
