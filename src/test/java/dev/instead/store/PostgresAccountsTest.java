package dev.instead.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.people.Accounts;
import dev.instead.people.AccountsContract;
import dev.instead.report.Case;
import dev.instead.report.Report;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnPostgres
class PostgresAccountsTest extends AccountsContract {
  private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

  private final AtomicInteger rung = new AtomicInteger();
  private Database database;
  private Accounts accounts;

  @BeforeEach
  void open() {
    database = PostgresServer.shared().store();
    accounts = new JdbiAccounts(database, CLOCK, rung::incrementAndGet);
  }

  @Override
  protected Accounts accounts() {
    return accounts;
  }

  @Test
  void two_nodes_recognise_a_person_by_one_key() {
    Accounts onTheOtherNode = new JdbiAccounts(database, CLOCK, () -> {});
    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    onTheOtherNode.told(DEWI_ON_TEAMS, addresses("dewi@meranti.example"));

    assertTrue(accounts.same(DEWI_ON_SLACK, DEWI_ON_TEAMS));
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

    accounts.told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    accounts.told(DEWI_ON_TEAMS, addresses("dewi@meranti.example"));

    assertEquals(1, cases.find(Samples.NUMBER).orElseThrow().reports());
    assertEquals(1, rung.get(), "the card is drawn again");
  }
}
