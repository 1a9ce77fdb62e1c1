package dev.instead.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.people.Accounts;
import dev.instead.people.AccountsContract;
import dev.instead.report.Case;
import dev.instead.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountsTest extends AccountsContract {
  private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

  @TempDir
  Path directory;

  private final AtomicInteger rung = new AtomicInteger();
  private Database database;
  private Accounts accounts;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("instead.db"));
    accounts = new JdbiAccounts(database, CLOCK, rung::incrementAndGet);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Accounts accounts() {
    return accounts;
  }

  @Test
  void a_link_outlives_a_restart_and_is_found_with_what_was_told_before_it() {
    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    database.close();
    open();
    accounts.told(DEWI_ON_TEAMS, addresses("dewi@meranti.example"));
    database.close();
    open();

    assertTrue(accounts.same(DEWI_ON_SLACK, DEWI_ON_TEAMS));
  }

  @Test
  void nothing_is_written_when_nothing_is_new() {
    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    long before = changes();

    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    new JdbiAccounts(database, CLOCK, () -> {})
        .told(DEWI_ON_SLACK, addresses("DEWI@meranti.example"));
    accounts.told(DEWI_ON_TEAMS, addresses());

    assertEquals(before, changes());
    assertEquals(0, rung.get());
  }

  @Test
  void no_address_can_be_read_in_the_files() throws IOException {
    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    accounts.told(DEWI_ON_TEAMS, addresses("dewi@meranti.example"));

    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        assertFalse(
            Files.readString(file, ISO_8859_1).contains("meranti.example"), file.toString());
      }
    }
  }

  @Test
  void each_store_has_a_key_of_its_own() {
    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    try (Database another = Database.open("jdbc:sqlite:" + directory.resolve("another.db"))) {
      new JdbiAccounts(another, CLOCK, () -> {})
          .told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));

      assertEquals(1, digests(database).size());
      assertFalse(digests(another).equals(digests(database)));
    }
  }

  @Test
  void where_nobody_wants_links_nothing_of_them_is_kept() {
    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    accounts.told(DEWI_ON_TEAMS, addresses("dewi@meranti.example"));

    JdbiAccounts.forget(database);

    assertEquals(Optional.empty(), accounts.other(DEWI_ON_SLACK));
    assertEquals(List.of(), digests(database));
    long before = changes();
    JdbiAccounts.forget(database);
    assertEquals(before, changes(), "nothing was left to forget");
  }

  @Test
  void who_turns_out_to_be_one_person_counts_once_in_an_open_case() {
    JdbiCases cases = new JdbiCases(database, CLOCK, () -> {});
    Case about = Samples.newCase(Samples.NUMBER, "example.com/post/1");
    Report first = Samples.report(Samples.NUMBER, DEWI_ON_SLACK);
    assertTrue(cases.save(Samples.filing(about, first)));
    assertTrue(cases
        .join(Samples.joining(Samples.report(Samples.NUMBER, DEWI_ON_TEAMS)))
        .isPresent());
    assertEquals(2, cases.find(Samples.NUMBER).orElseThrow().reports());

    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    accounts.told(DEWI_ON_TEAMS, addresses("dewi@meranti.example"));

    assertEquals(1, cases.find(Samples.NUMBER).orElseThrow().reports());
    assertEquals(1, rung.get(), "the card is drawn again");

    accounts.told(DEWI_ON_TEAMS, addresses());
    assertEquals(2, cases.find(Samples.NUMBER).orElseThrow().reports());
  }

  @Test
  void two_accounts_that_report_at_the_same_moment_count_once() {
    JdbiCases cases = new JdbiCases(database, CLOCK, () -> {});
    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    accounts.told(DEWI_ON_TEAMS, addresses("dewi@meranti.example"));
    Case about = Samples.newCase(Samples.NUMBER, "example.com/post/1");
    assertTrue(cases.save(Samples.filing(about, Samples.report(Samples.NUMBER, DEWI_ON_SLACK))));

    Optional<Case> joined =
        cases.join(Samples.joining(Samples.report(Samples.NUMBER, DEWI_ON_TEAMS)));

    assertEquals(1, joined.orElseThrow().reports());
  }

  private static List<String> digests(Database of) {
    return of.readers()
        .readHot(sql -> sql.list("SELECT digest FROM mailbox", row -> row.getString(1)));
  }

  /** Rows that the writer's connection has ever changed. */
  private long changes() {
    return database
        .writer()
        .write(sql -> sql.one("SELECT total_changes()", row -> row.getLong(1)).orElseThrow());
  }
}
