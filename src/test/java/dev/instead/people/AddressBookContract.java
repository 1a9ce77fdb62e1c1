package dev.instead.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.AddressBook.Spot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every address book does. */
public abstract class AddressBookContract {
  protected static final String TENANT = "11111111-2222-4333-8444-555555555555";
  protected static final Person DEWI =
      new Person(Platform.TEAMS, TENANT, "0a11ce00-0000-4000-8000-000000000001");
  private static final String EMEA = "https://smba.trafficmanager.net/emea/";
  private static final String TEAM = "19:general@thread.tacv2";
  private static final Channel CARE = channel("19:care@thread.tacv2");

  protected static final Acquaintance MET = new Acquaintance(
      DEWI, "29:dewi", "Dewi Lestari", Optional.of(Locale.UK), EMEA, Optional.of("a:dewi"), true);

  protected abstract AddressBook book();

  @Test
  public void a_stranger_is_not_in_the_book() {
    assertEquals(Optional.empty(), book().of(DEWI));
    assertEquals(Optional.empty(), book().at(CARE));
  }

  @Test
  public void who_was_met_is_known() {
    book().met(MET);

    assertEquals(Optional.of(MET), book().of(DEWI));
  }

  @Test
  public void what_is_not_told_stays_known() {
    book().met(MET);
    book()
        .met(new Acquaintance(DEWI, "29:dewi", "", Optional.empty(), EMEA, Optional.empty(), true));

    assertEquals(Optional.of(MET), book().of(DEWI));
  }

  @Test
  public void what_is_told_anew_replaces_what_was_known() {
    Acquaintance moved = new Acquaintance(
        DEWI,
        "29:new",
        "Dewi L.",
        Optional.of(Locale.forLanguageTag("id-ID")),
        "https://smba.trafficmanager.net/apac/",
        Optional.of("a:new"),
        false);
    book().met(MET);
    book().met(moved);

    assertEquals(Optional.of(moved), book().of(DEWI));
  }

  @Test
  public void a_chat_can_be_learned_later() {
    book()
        .met(new Acquaintance(
            DEWI, "29:dewi", "Dewi Lestari", Optional.of(Locale.UK), EMEA, Optional.empty(), true));
    assertEquals(Optional.empty(), book().of(DEWI).flatMap(Acquaintance::chat));

    book().met(MET);

    assertEquals(Optional.of("a:dewi"), book().of(DEWI).flatMap(Acquaintance::chat));
  }

  @Test
  public void a_channel_keeps_its_name_until_it_gets_another() {
    Spot care = new Spot(CARE, TEAM, "Social Care", EMEA, true);
    book().found(care);
    book().found(new Spot(CARE, TEAM, "", EMEA, true));
    assertEquals(Optional.of(care), book().at(CARE));

    Spot renamed = new Spot(CARE, TEAM, "Care", EMEA, false);
    book().found(renamed);
    assertEquals(Optional.of(renamed), book().at(CARE));
  }

  @Test
  public void no_channel_of_a_team_that_was_left_is_reachable() {
    Spot other =
        new Spot(channel("19:legal@thread.tacv2"), "19:other@thread.tacv2", "Legal", EMEA, true);
    book().found(new Spot(CARE, TEAM, "Social Care", EMEA, true));
    book().found(other);

    book().left(Platform.TEAMS, TENANT, TEAM);

    assertEquals(
        Optional.of(new Spot(CARE, TEAM, "Social Care", EMEA, false)), book().at(CARE));
    assertEquals(Optional.of(other), book().at(other.channel()));
  }

  @Test
  public void a_channel_found_again_is_reachable_again() {
    Spot care = new Spot(CARE, TEAM, "Social Care", EMEA, true);
    book().found(care);
    book().left(Platform.TEAMS, TENANT, TEAM);

    book().found(care);

    assertEquals(Optional.of(care), book().at(CARE));
  }

  @Test
  public void each_team_is_named_once_those_that_can_be_reached_first() {
    String gone = "19:gone@thread.tacv2";
    book().found(new Spot(channel("19:a@thread.tacv2"), gone, "", EMEA, true));
    book().left(Platform.TEAMS, TENANT, gone);
    book().found(new Spot(CARE, TEAM, "Social Care", EMEA, true));
    book().found(new Spot(channel(TEAM), TEAM, "", EMEA, true));
    book().found(new Spot(channel("19:legal@thread.tacv2"), "19:z@thread.tacv2", "", EMEA, true));

    assertEquals(
        List.of(TEAM, "19:z@thread.tacv2", gone),
        book().teams(Platform.TEAMS, 10).stream().map(Spot::team).toList());
    assertEquals(1, book().teams(Platform.TEAMS, 1).size());
    assertEquals(List.of(), book().teams(Platform.SLACK, 10));
  }

  private static Channel channel(String id) {
    return new Channel(Platform.TEAMS, TENANT, id);
  }
}
