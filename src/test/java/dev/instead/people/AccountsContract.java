package dev.instead.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
public abstract class AccountsContract {
  protected static final Person DEWI_ON_SLACK = onSlack("U0DEWI");
  protected static final Person DEWI_ON_TEAMS = onTeams("dee00000-0000-4000-8000-000000000001");
  private static final Person ANA_ON_SLACK = onSlack("U0ANA");
  private static final Person ANA_ON_TEAMS = onTeams("a0a00000-0000-4000-8000-000000000003");

  protected abstract Accounts accounts();

  @Test
  public void an_account_of_which_nothing_was_told_is_the_persons_only_one() {
    assertEquals(List.of(DEWI_ON_SLACK), accounts().of(DEWI_ON_SLACK));
    assertTrue(accounts().same(DEWI_ON_SLACK, DEWI_ON_SLACK));
    assertFalse(accounts().same(DEWI_ON_SLACK, DEWI_ON_TEAMS));
  }

  @Test
  public void accounts_with_one_address_are_one_persons_however_it_is_written() {
    accounts().told(DEWI_ON_SLACK, addresses("Dewi.Lestari@Meranti.example"));
    accounts()
        .told(DEWI_ON_TEAMS, addresses("dl042@meranti.example", "dewi.lestari@meranti.EXAMPLE "));

    assertEquals(List.of(DEWI_ON_SLACK, DEWI_ON_TEAMS), accounts().of(DEWI_ON_SLACK));
    assertEquals(List.of(DEWI_ON_TEAMS, DEWI_ON_SLACK), accounts().of(DEWI_ON_TEAMS));
    assertTrue(accounts().same(DEWI_ON_SLACK, DEWI_ON_TEAMS));
    assertTrue(accounts().same(DEWI_ON_TEAMS, DEWI_ON_SLACK));
  }

  @Test
  public void one_side_alone_links_nothing() {
    accounts().told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    accounts().told(DEWI_ON_TEAMS, addresses("dewi@agency.example"));
    accounts().told(ANA_ON_TEAMS, Set.of());

    assertEquals(Optional.empty(), accounts().other(DEWI_ON_SLACK));
    assertEquals(Optional.empty(), accounts().other(ANA_ON_TEAMS));
  }

  @Test
  public void accounts_on_one_platform_are_never_one_persons() {
    accounts().told(DEWI_ON_SLACK, addresses("desk@meranti.example"));
    accounts().told(ANA_ON_SLACK, addresses("desk@meranti.example"));

    assertFalse(accounts().same(DEWI_ON_SLACK, ANA_ON_SLACK));
  }

  @Test
  public void an_address_that_a_third_account_claims_too_links_nobody() {
    accounts().told(DEWI_ON_SLACK, addresses("desk@meranti.example"));
    accounts().told(DEWI_ON_TEAMS, addresses("desk@meranti.example"));
    accounts().told(ANA_ON_SLACK, addresses("desk@meranti.example"));

    assertEquals(Optional.empty(), accounts().other(DEWI_ON_SLACK));
    assertEquals(Optional.empty(), accounts().other(DEWI_ON_TEAMS));
    assertEquals(Optional.empty(), accounts().other(ANA_ON_SLACK));

    accounts().told(ANA_ON_SLACK, addresses("ana@meranti.example"));

    assertTrue(accounts().same(DEWI_ON_SLACK, DEWI_ON_TEAMS));
  }

  @Test
  public void an_address_that_is_somebody_elses_now_links_anew() {
    accounts().told(DEWI_ON_SLACK, addresses("lead@meranti.example"));
    accounts().told(DEWI_ON_TEAMS, addresses("lead@meranti.example"));
    accounts().told(DEWI_ON_SLACK, addresses("dewi@meranti.example"));
    assertFalse(accounts().same(DEWI_ON_SLACK, DEWI_ON_TEAMS));

    accounts().told(ANA_ON_SLACK, addresses("lead@meranti.example"));

    assertTrue(accounts().same(ANA_ON_SLACK, DEWI_ON_TEAMS));
    assertEquals(Optional.empty(), accounts().other(DEWI_ON_SLACK));
  }

  @Test
  public void who_is_no_colleague_any_more_is_linked_with_nobody() {
    accounts().told(ANA_ON_SLACK, addresses("ana@meranti.example"));
    accounts().told(ANA_ON_TEAMS, addresses("ana@meranti.example"));

    accounts().told(ANA_ON_TEAMS, Set.of());

    assertEquals(Optional.empty(), accounts().other(ANA_ON_SLACK));
    assertEquals(Optional.empty(), accounts().other(ANA_ON_TEAMS));
  }

  @Test
  public void what_is_no_address_is_none() {
    assertEquals(
        Set.of(), addresses("", "dewi", "@meranti.example", "dewi@", "a".repeat(300) + "@x.y"));
  }

  @Test
  public void an_address_has_no_words_for_logs() {
    assertFalse(addresses("dewi@meranti.example").toString().contains("dewi"));
  }

  protected static Set<EmailAddress> addresses(String... said) {
    return Stream.of(said)
        .flatMap(text -> EmailAddress.of(text).stream())
        .collect(Collectors.toSet());
  }

  private static Person onSlack(String id) {
    return new Person(Platform.SLACK, "T0MERANTI", id);
  }

  private static Person onTeams(String id) {
    return new Person(Platform.TEAMS, "11111111-2222-4333-8444-555555555555", id);
  }
}
