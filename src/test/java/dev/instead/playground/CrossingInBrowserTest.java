package dev.instead.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.instead.playground.PersonInPage.button;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import dev.instead.playground.PageWindow.Look;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A case crosses the two platforms, in the page, and nobody notices. Each step leaves a picture under {@code target/story-teams}; {@code
 * mvn test -Dtest=CrossingInBrowserTest -Dpictures=write} draws that of the README anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrossingInBrowserTest extends BrowserStory {
  /** How soon every card on both sides has to show the truth. */
  private static final double SOON_MS = 3_000;

  private static final String DEWI = SampleTenant.DEWI;
  private static final String LARAS = SampleTenant.LARAS;
  private static final String ANA_ON_SLACK = "U0ANA";
  private static final Pattern NUMBER = Pattern.compile("S-[0-9A-Z]{4,}");

  CrossingInBrowserTest() {
    super("story-teams");
  }

  @Test
  @Order(1)
  void reported_on_teams_claimed_on_slack_resolved_on_teams_and_the_outcome_heard() {
    see(Look.DESK, DEWI, ANA_ON_SLACK, LARAS);
    PersonInPage dewi = window().as(DEWI).goToInstead();
    PersonInPage ana = window().as(ANA_ON_SLACK).goTo("C0SOCIAL");
    PersonInPage laras = window().as(LARAS).goTo(SampleTenant.DISPUTES);

    String number = dewiReports(dewi);
    anaTakesItOnSlack(dewi, ana, number);
    anaHandsItOver(ana, laras, number);
    larasTakesAndResolvesIt(dewi, laras, number);
    assertThat(ana.messages(number)).hasCount(1);
    assertThat(laras.messages(number)).hasCount(1);
  }

  private String dewiReports(PersonInPage dewi) {
    dewi.command("Report a conflict");
    button(dewi.form(), "Is anybody in danger?").click();
    assertThat(dewi.form()).containsText("112");
    window().picture("01-form-and-whom-to-call");
    button(dewi.form(), "Is anybody in danger?").click();
    assertThat(dewi.form().getByText("112")).isHidden();
    dewi.field("Link to the post").fill("https://www.instagram.com/p/meranti-1");
    dewi.field("What is going on?").selectOption("refund");
    dewi.field("What did you see?").fill("Their lawyer writes that we owe the customer a refund.");
    dewi.sendBy("Send");
    assertThat(dewi.form()).containsText("Thanks, Dewi – Social Care has it");
    window().picture("02-receipt");
    String number = NUMBER
        .matcher(dewi.form().innerText())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
    dewi.closeForm();
    soon(dewi.message(number), "Thanks, Dewi – Social Care has it");
    return number;
  }

  private void anaTakesItOnSlack(PersonInPage dewi, PersonInPage ana, String number) {
    soon(ana.message(number), "Dewi Lestari");
    assertThat(ana.message(number)).containsText("Their lawyer writes");
    ana.press(ana.message(number), "Take it");
    soon(ana.message(number), "Ana Wijaya has been on it since");
    soon(dewi.message("Ana Wijaya from Social Care is on it"), number);
    window().picture("03-claimed-on-slack");
    bothHalvesForTheReadme(number);
  }

  private void bothHalvesForTheReadme(String number) {
    see(Look.DESK, DEWI, ANA_ON_SLACK);
    PersonInPage dewi = window().as(DEWI).goToInstead();
    PersonInPage ana = window().as(ANA_ON_SLACK).goTo("C0SOCIAL");
    assertThat(dewi.message("Ana Wijaya from Social Care is on it")).containsText(number);
    assertThat(ana.message(number)).containsText("Ana Wijaya has been on it since");
    window().picture("04-both-halves", "teams");
    backToTheWindowBefore();
  }

  private void anaHandsItOver(PersonInPage ana, PersonInPage laras, String number) {
    ana.pressMore(ana.message(number), "Hand over");
    ana.form().locator("select").selectOption(new SelectOption().setLabel("Legal, disputes"));
    ana.send();
    soon(ana.message(number), number + " is with Legal, disputes now");
    soon(laras.message(number), "Nobody has it yet");
    assertThat(laras.message(number)).containsText("Their lawyer writes");
    window().picture("04-handed-over");
  }

  private void larasTakesAndResolvesIt(PersonInPage dewi, PersonInPage laras, String number) {
    laras.press(laras.message(number), "Take it");
    soon(laras.message(number), "Laras Putri has been on it since");
    soon(dewi.message("Laras Putri from Legal, disputes is on it"), number);
    window().picture("05-claimed-on-teams");

    button(laras.message(number), "Resolve").click();
    Locator outcome = laras.field("How did it end?");
    outcome.selectOption("");
    button(laras.form(), "Resolve").click();
    assertThat(outcome).hasAttribute("aria-invalid", "true");
    assertThat(laras.form().locator(".field-error").first()).not().isEmpty();
    window().picture("06-required");
    outcome.selectOption("answered");
    laras.field("What the reporters are told").fill("The dealer has paid the money back.");
    laras.sendBy("Resolve");
    assertThat(laras.form()).hasCount(0);
    soon(laras.message(number), "Answered.");
    soon(dewi.message("The dealer has paid the money back."), "Answered.");
    window().picture("07-outcome");
  }

  @Test
  @Order(2)
  void a_message_is_reported_from_its_menu_and_a_question_answered_in_its_thread() {
    see(Look.DESK, SampleTenant.ANA, DEWI);
    PersonInPage ana = window().as(SampleTenant.ANA).goTo(SampleTenant.GENERAL);
    ana.chooseFromMenu(ana.message("kept his deposit"), "Report a conflict");
    assertThat(ana.field("Link to the post"))
        .hasValue("https://x.com/rudi_drives/status/1790000000000000001");
    assertThat(ana.field("What did you see?")).hasValue(Pattern.compile("Dewi Lestari wrote"));
    window().picture("08-from-a-message");
    ana.closeForm();

    ana.write("@Instead may I post about the new store");
    soon(ana.message("may I post about the new store").getByTestId("message-reply"), "1 reply");
    ana.message("may I post about the new store").getByTestId("message-reply").click();
    assertThat(ana.thread()).containsText("Please hold that one");
    window().picture("09-answer-in-a-thread");
  }

  @Test
  @Order(3)
  void the_chat_answers_and_a_slash_lists_what_the_app_can_do() {
    see(Look.DESK, DEWI);
    window().page().getByTestId("guide-close").click();
    PersonInPage dewi = window().as(DEWI).goToInstead();
    dewi.write("may I post about the new store");
    assertThat(dewi.message("Please hold that one")).containsText("approved by");
    window().picture("10-chat");
    dewi.press(dewi.message("Please hold that one"), "This rule is unclear");
    assertThat(window().page().getByTestId("toast"))
        .containsText("the owner of the policy will hear that this rule is unclear");
    dewi.column().getByTestId("composer").fill("/");
    assertThat(dewi.column().getByTestId("completion-/report")).isVisible();
    window().picture("11-slash-list");
    dewi.column().getByTestId("composer").press("Enter");
    assertThat(dewi.form()).containsText("Report a conflict");
    dewi.closeForm();
  }

  @Test
  @Order(4)
  void a_report_survives_the_bad_days_of_teams() {
    see(Look.DESK, SampleTenant.BUDI, ANA_ON_SLACK);
    PersonInPage budi = window().as(SampleTenant.BUDI).goToInstead();
    PersonInPage ana = window().as(ANA_ON_SLACK).goTo("C0SOCIAL");
    window().as(SampleTenant.BUDI).column().getByTestId("composer").focus();
    window().page().getByTestId("panel-toggle").click();
    for (String trouble : List.of("429", "502")) {
      window().page().getByTestId("teams-trouble-" + trouble).click();
    }
    assertThat(window().page().getByTestId("teams-trouble-429-left")).hasText("5 left");
    window().page().getByTestId("teams-trouble-new-id").check();
    window().page().getByTestId("teams-trouble-token").click();
    window().picture("12-panel");
    budi.write("report https://www.instagram.com/p/meranti-2 a customer wants a refund");
    assertThat(budi.messages("Terima kasih, Budi").first()).isVisible();
    assertThat(ana.messages("meranti-2")).hasCount(1);
    window().page().getByTestId("trouble-reset").click();
    assertThat(window().page().getByTestId("trouble-reset")).isHidden();
    window().page().getByTestId("bot-stop").click();
    assertThat(window().page().getByTestId("bot-status")).hasText("Instead is not running");
    budi.command("Report a conflict");
    assertThat(window().page().getByTestId("toast")).containsText("Unable to reach the app");
    window().picture("13-bot-stopped");
    window().page().getByTestId("trouble-reset").click();
    assertThat(window().page().getByTestId("bot-status")).hasText("Instead is running");
  }

  @Test
  @Order(5)
  void the_guide_leads_across() {
    see(Look.DESK);
    window().page().getByTestId("guide-both").click();
    for (String person : List.of(DEWI, ANA_ON_SLACK, LARAS)) {
      assertThat(window().as(person).column()).isVisible();
    }
    window().page().getByTestId("guide-step-7").click();
    assertThat(window().as(DEWI).column().getByTestId("composer"))
        .hasValue(Pattern.compile("^report https://.*"));
    window().as(DEWI).column().getByTestId("send").click();
    assertThat(window().as(DEWI).message("Thanks, Dewi – Social Care has it").last())
        .isVisible();
    window().page().getByTestId("guide-step-8").click();
    assertThat(window().as(ANA_ON_SLACK).message("shouts at everybody")).isVisible();
    window().page().getByTestId("guide-step-9").click();
    assertThat(window().as(LARAS).column().locator(".conversation-head"))
        .containsText("Legal Disputes");
    window().picture("14-guide");
  }

  @Test
  @Order(6)
  void it_reads_well_in_the_dark_and_on_a_phone() {
    see(Look.DARK_DESK, DEWI, ANA_ON_SLACK, LARAS);
    window().as(DEWI).goToInstead();
    window().as(LARAS).goTo(SampleTenant.DISPUTES);
    assertThat(window().as(LARAS).message("Answered.")).isVisible();
    window().as(DEWI).command("Report a conflict");
    assertThat(window().as(DEWI).form()).isVisible();
    window().picture("15-dark");
    window().as(DEWI).closeForm();

    see(Look.PHONE, DEWI);
    PersonInPage dewi = window().as(DEWI).goToInstead();
    assertThat(dewi.message("Thanks, Dewi").last()).isVisible();
    window().picture("16-phone-chat");
    dewi.column().getByTestId("rail-toggle").click();
    window().picture("17-phone-conversations");
    dewi.column().locator(".rail-row").first().click();
    dewi.command("Report a conflict");
    assertThat(dewi.form()).isVisible();
    window().picture("18-phone-form");
    dewi.closeForm();
    assertNothingSticksOut();

    see(Look.DARK_PHONE, LARAS);
    PersonInPage laras = window().as(LARAS).goTo(SampleTenant.DISPUTES);
    assertThat(laras.message("Answered.")).isVisible();
    window().picture("19-dark-phone-card");
    assertNothingSticksOut();
  }

  private void assertNothingSticksOut() {
    assertEquals(
        true, window().page().evaluate("document.documentElement.scrollWidth <= innerWidth"));
  }

  private static void soon(Locator card, String words) {
    assertThat(card)
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MS));
  }
}
