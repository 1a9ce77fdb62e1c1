package dev.instead.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.instead.playground.PersonInPage.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import dev.instead.playground.PageWindow.Look;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * On a Monday in spring, when much of the example policy has to be read again, its owner gets the list and works through it. Each step leaves
 * a picture under {@code target/story-freshness}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FreshnessInBrowserTest extends BrowserStory {
  /** Five minutes before nine in Jakarta. */
  private static final Instant MONDAY_IN_SPRING = Instant.parse("2027-03-08T01:55:00Z");

  private static final String OMAR = "U0OMAR";
  private static final String LIST = "of your texts and links should be read again";

  FreshnessInBrowserTest() {
    super("story-freshness", MONDAY_IN_SPRING);
  }

  @Test
  @Order(1)
  void on_slack_the_owner_says_of_each_what_is_to_become_of_it() {
    see(Look.DESK, OMAR);
    PersonInPage omar = window().as(OMAR).goToInstead();
    assertThat(omar.messages(LIST)).hasCount(0);
    nineOClock();
    Locator list = omar.message(LIST);
    assertThat(list).containsText("so nobody is shown it now");
    list.scrollIntoViewIfNeeded();
    window().picture("01-list");

    stillHolds(omar, list);
    says(omar, list);
    button(list, "Retire").last().click();
    assertThat(omar.whisper("This is your proposal as a patch")).isVisible();
    window().picture("05-retired");
    ownerDrops(omar);
  }

  private void nineOClock() {
    window().page().getByTestId("panel-toggle").click();
    window().page().getByTestId("trouble-clock-1h").click();
    window().page().getByTestId("panel-toggle").click();
  }

  private void stillHolds(PersonInPage omar, Locator list) {
    button(list, "Still right").first().click();
    assertThat(omar.field("Holds until")).hasValue("2027-09-08");
    window().picture("02-still-right");
    sendsUntil(omar, "review_by: 2027-09-08");
    omar.closeForm();
  }

  /** Slack asks to try again when a busy machine takes longer than three seconds; a proposal that is sent again is kept once. */
  private static void sendsUntil(PersonInPage omar, String words) {
    Locator shown = omar.form().getByText(words).first();
    int tries = 0;
    do {
      if (++tries > 6) {
        throw new AssertionError("Slack never took the form");
      }
      omar.send();
    } while (!appears(shown));
  }

  private static boolean appears(Locator what) {
    try {
      what.waitFor(new Locator.WaitForOptions().setTimeout(10_000));
      return true;
    } catch (TimeoutError notYet) {
      return false;
    }
  }

  private void says(PersonInPage omar, Locator list) {
    button(list, "Change").first().click();
    omar.field("Why (English)").fill("Because spring has come.");
    window().picture("03-change");
    sendsUntil(omar, "This is your proposal as a patch");
    assertThat(omar.form()).containsText("Because spring has come.");
    window().picture("04-patch");
    omar.closeForm();
  }

  private void ownerDrops(PersonInPage omar) {
    omar.goHome();
    assertThat(omar.home()).containsText("3 proposals wait to be applied");
    assertThat(omar.home()).containsText("proposed by Omar Nasution");
    window().picture("06-proposals");
    button(omar.home(), "Drop").first().click();
    assertThat(omar.home()).containsText("2 proposals wait to be applied");
  }

  @Test
  @Order(2)
  void on_teams_the_list_and_its_dialogs_are_the_same() {
    see(Look.DESK, SampleTenant.OMAR);
    PersonInPage omar = window().as(SampleTenant.OMAR).goToInstead();
    Locator list = omar.message(LIST);
    assertThat(list).containsText("so nobody is shown it now");
    window().picture("11-teams-list");
    button(list, "Still right").first().click();
    assertThat(omar.field("Holds until")).hasValue("2027-09-08");
    window().picture("12-teams-still-right");
    omar.sendBy("Propose");
    assertThat(omar.form()).containsText("review_by: 2027-09-08");
    window().picture("13-teams-patch");
  }
}
