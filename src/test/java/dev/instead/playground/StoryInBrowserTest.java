package dev.instead.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.instead.playground.PersonInPage.button;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.instead.playground.PageWindow.Look;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole story in the page, as its people live it. Each step leaves a picture under {@code target/story}; {@code mvn test
 * -Dtest=StoryInBrowserTest -Dpictures=write} draws those of the README anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryInBrowserTest extends BrowserStory {
  private static final String DEWI = "U0DEWI";
  private static final String ANA = "U0ANA";
  private static final String BEN = "U0BEN";
  private static final String BUDI = "U0BUDI";
  private static final String OMAR = "U0OMAR";
  private static final String GENERAL = "C0GENERAL";
  private static final String SOCIAL_CARE = "C0SOCIAL";
  private static final String QUESTIONS = "C0POLICY";
  private static final Pattern NUMBER = Pattern.compile("[SQ]-[0-9A-Z]{4,}");

  StoryInBrowserTest() {
    super("story");
  }

  @Test
  @Order(1)
  void a_report_is_claimed_by_one_asked_about_resolved_and_opened_again() {
    see(Look.DESK, DEWI, ANA, BEN);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    PersonInPage ana = window().as(ANA).goTo(SOCIAL_CARE);
    PersonInPage ben = window().as(BEN).goTo(SOCIAL_CARE);

    String number = dewiReports(dewi);
    bothSeeOneCard(ana, ben, number);
    anaIsQuicker(dewi, ana, ben, number);
    anaAsksAndDewiAnswers(dewi, ana, number);
    anaResolves(dewi, ana, number);
    dewiSaysNotSolved(dewi, ana, number);
  }

  private String dewiReports(PersonInPage dewi) {
    dewi.write("/report https://x.com/acme/status/123 customer is angry about a refund");
    Locator receipt = dewi.whisper("Thanks, Dewi – Social Care has it");
    assertThat(receipt).containsText("Only visible to you");
    assertThat(receipt).containsText("Repairs and dealers");
    window().picture("01-receipt");
    String number = NUMBER
        .matcher(receipt.innerText())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
    dewi.goToInstead();
    assertThat(dewi.message(number)).containsText("Thanks, Dewi – Social Care has it");
    return number;
  }

  private void bothSeeOneCard(PersonInPage ana, PersonInPage ben, String number) {
    for (PersonInPage member : List.of(ana, ben)) {
      assertThat(member.messages(number)).hasCount(1);
      assertThat(member.message(number)).containsText("Dewi Lestari");
      assertThat(member.message(number)).containsText("customer is angry about a refund");
    }
    window().picture("02-one-card");
  }

  /** Slack keeps Ben's card waiting, so he presses what Ana has taken a moment ago. */
  private void anaIsQuicker(PersonInPage dewi, PersonInPage ana, PersonInPage ben, String number) {
    playground().server().slack().troubles().limitNext("chat.update", 1, Duration.ofSeconds(1));
    ana.press(ana.message(number), "Take it");
    ben.press(ben.message(number), "Take it");

    assertThat(ben.whisper("Ana Wijaya has had " + number)).isVisible();
    assertThat(ana.message("has been on it since")).containsText("Ana Wijaya");
    assertThat(ben.messages("Nobody has it yet")).hasCount(0);
    assertThat(dewi.message("Ana Wijaya from Social Care is on it")).containsText(number);
    // The card grew above what he is told, and mustn't push it out of sight.
    assertThat(ben.whisper("Ana Wijaya has had " + number)).isInViewport();
    window().picture("03-taken", "story");
  }

  private void anaAsksAndDewiAnswers(PersonInPage dewi, PersonInPage ana, String number) {
    ana.press(card(ana, number), "Ask reporter");
    ana.field("Your question").fill("Which dealer was it?");
    window().picture("04-ask-reporter");
    ana.send();

    Locator question = dewi.message("Which dealer was it?");
    assertThat(question).containsText("Ana Wijaya from Social Care has a question");
    dewi.press(question, "Answer");
    dewi.field("Your answer").fill("The one in Surabaya, on Monday.");
    window().picture("05-answer-the-team");
    dewi.send();
    assertThat(dewi.form()).containsText("is with the team");
    dewi.closeForm();

    button(card(ana, number), "2 replies").click();
    assertThat(ana.thread()).containsText("Which dealer was it?");
    assertThat(ana.thread()).containsText("The one in Surabaya, on Monday.");
    window().picture("06-thread");
    ana.thread().getByTestId("thread-close").click();
  }

  private void anaResolves(PersonInPage dewi, PersonInPage ana, String number) {
    ana.press(card(ana, number), "Resolve");
    ana.field("How did it end?").selectOption("answered");
    ana.field("What the reporters are told").fill("The dealer has paid the money back.");
    window().picture("07-resolve");
    ana.send();

    assertThat(card(ana, number)).containsText("Answered.");
    assertThat(dewi.message("The dealer has paid the money back.")).containsText("Answered.");
    window().picture("08-outcome");
  }

  private void dewiSaysNotSolved(PersonInPage dewi, PersonInPage ana, String number) {
    dewi.press(dewi.message("The dealer has paid the money back."), "Not solved");
    assertThat(dewi.whisper("Thanks for telling us. " + number + " is open again"))
        .isVisible();
    assertThat(button(card(ana, number), "Take it")).isVisible();
    window().picture("09-opened-again");
    dewi.goHome();
    assertThat(dewi.home()).containsText(number);
    window().picture("10-home-in-a-column");
  }

  @Test
  @Order(2)
  void a_question_is_answered_in_the_language_of_who_asks() {
    see(Look.DESK, BUDI);
    PersonInPage budi = window().as(BUDI).goTo(GENERAL);
    budi.write("/canipost boleh posting tentang toko baru");
    Locator answer = budi.whisper("showroom");
    assertThat(answer).containsText("Mohon tahan dulu");
    assertThat(answer).containsText("disetujui oleh");
    window().picture("11-answer-in-indonesian");

    see(Look.DESK, DEWI);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    dewi.write("/canipost may I post about the new store");
    assertThat(dewi.whisper("Please hold that one")).containsText("approved by");
    window().page().getByTestId("guide-close").click();
    window().picture("11-answer-in-english", "answer");
  }

  @Test
  @Order(3)
  void a_question_without_an_answer_comes_back_answered_by_a_person() {
    see(Look.DESK, DEWI, OMAR);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    PersonInPage omar = window().as(OMAR).goTo(QUESTIONS);
    dewi.write("/canipost our choir recorded a lullaby about submarines");
    Locator none = dewi.whisper("I don't have an approved answer for that");
    assertThat(none).containsText("submarines");
    window().picture("12-no-answer");
    dewi.press(none, "Ask the team");
    assertThat(dewi.message("is with the team")).isVisible();

    Locator card = omar.message("lullaby about submarines");
    omar.press(card, "Take it");
    omar.press(omar.message("Omar Nasution has been on it"), "Answer");
    omar.field("Your answer").fill("Yes, please do. Keep the car out of it.");
    window().picture("13-answering");
    omar.send();
    dewi.goToInstead();
    assertThat(dewi.message("Keep the car out of it.")).containsText("answered your question");
    window().picture("14-answered");
  }

  @Test
  @Order(4)
  void the_home_shows_my_reports() {
    see(Look.DESK, DEWI);
    PersonInPage dewi = window().as(DEWI).goHome();
    assertThat(dewi.home()).containsText("Your reports");
    assertThat(dewi.home()).containsText("A customer wants a refund");
    window().page().getByTestId("guide-close").click();
    window().picture("15-home", "home");
  }

  @Test
  @Order(5)
  void danger_shows_whom_to_call_before_anything_else() {
    see(Look.DESK, DEWI);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    dewi.write("/report");
    assertThat(dewi.form()).containsText("Report a conflict");
    window().picture("16-form", "form");
    dewi.field("What is going on?").selectOption("threat");
    assertThat(dewi.form().locator(".modal-body > .block").first())
        .containsText("If anybody is in danger, call first:");
    window().picture("17-danger");
    dewi.field("What did you see?").fill("He says he is waiting behind our workshop with a knife.");
    dewi.send();
    assertThat(dewi.form()).containsText("Thanks, Dewi – Security has it");
    assertThat(dewi.form().locator(".modal-body > .block").first()).containsText("112");
    window().picture("18-danger-receipt");
    dewi.closeForm();
  }

  @Test
  @Order(6)
  void a_second_report_joins_the_first() {
    see(Look.DESK, BUDI, ANA);
    PersonInPage budi = window().as(BUDI).goTo(GENERAL);
    PersonInPage ana = window().as(ANA).goTo(SOCIAL_CARE);
    String post = "https://x.com/acme/status/777";
    budi.write("/report " + post + " pelanggan marah soal uang muka");
    assertThat(budi.whisper("Terima kasih, Budi")).isVisible();
    Locator card = ana.message("status/777");
    assertThat(card).containsText("Reported by");

    PageWindow first = window();
    see(Look.DESK, DEWI);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    dewi.write("/report https://mobile.twitter.com/acme/status/777?s=20 he is angry");
    assertThat(dewi.whisper("one colleague told us already")).isVisible();
    window().picture("19-joined");
    assertThat(ana.message("2 colleagues reported this")).containsText("status/777");
    assertThat(ana.messages("status/777")).hasCount(1);
    first.picture("20-joined-card");
  }

  @Test
  @Order(7)
  void a_bot_that_was_away_in_between_has_lost_nothing() {
    see(Look.DESK, DEWI, ANA);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    PersonInPage ana = window().as(ANA).goTo(SOCIAL_CARE);
    playground().server().slack().troubles().limitNext(20, Duration.ofSeconds(2));
    dewi.write("/report https://x.com/acme/status/888 customer is angry about a refund");
    assertThat(dewi.whisper("Thanks, Dewi")).isVisible();
    window().page().getByTestId("panel-toggle").click();
    window().page().getByTestId("bot-stop").click();
    assertThat(window().page().getByTestId("bot-status")).hasText("Instead is not running");
    dewi.write("/report https://x.com/acme/status/889 nobody hears this");
    assertThat(dewi.column().getByTestId("composer-error")).containsText("operation_timeout");
    window().picture("21-bot-stopped");
    window().page().getByTestId("trouble-reset").click();
    assertThat(window().page().getByTestId("bot-status")).hasText("Instead is running");
    assertThat(ana.messages("status/888")).hasCount(1);
    assertThat(ana.messages("status/889")).hasCount(0);
    dewi.column().getByTestId("send").click();
    assertThat(ana.messages("status/889")).hasCount(1);
    window().picture("22-bot-back");
  }

  @Test
  @Order(8)
  void a_card_arrives_in_spite_of_too_many_requests() {
    see(Look.DESK, DEWI, ANA);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    PersonInPage ana = window().as(ANA).goTo(SOCIAL_CARE);
    window().page().getByTestId("panel-toggle").click();
    window().page().getByTestId("trouble-rate-limit").click();
    assertThat(window().page().getByTestId("trouble-rate-limit-left")).hasText("5 left");
    window().picture("23-panel");
    dewi.write("/report https://x.com/acme/status/999 customer is angry about a refund");
    assertThat(dewi.whisper("Thanks, Dewi")).isVisible();
    assertThat(ana.messages("status/999")).hasCount(1);
  }

  @Test
  @Order(9)
  void the_guide_leads_a_visitor_through_the_story() {
    see(Look.DESK);
    Locator guide = window().page().getByTestId("guide");
    assertThat(guide).isVisible();
    window().picture("24-first-sight");
    PersonInPage dewi = window().as(DEWI);
    step(1);
    assertThat(dewi.column().getByTestId("composer"))
        .hasValue(Pattern.compile("^/report https://.*refund$"));
    dewi.column().getByTestId("send").click();
    assertThat(dewi.whisper("Thanks, Dewi – Social Care has it")).isVisible();

    PersonInPage ana = step(2).as(ANA);
    Locator card = ana.message("status/1858000000000000001");
    ana.press(card, "Take it");
    assertThat(card).containsText("Ana Wijaya has been on it");

    PersonInPage ben = step(3).as(BEN);
    ben.press(ben.message("status/1858000000000000001"), "Resolve");
    assertThat(ben.whisper("Ana Wijaya has S-")).isVisible();
    window().picture("25-guide-too-late");

    ana = step(4).as(ANA);
    ana.press(ana.message("status/1858000000000000001"), "Resolve");
    ana.field("How did it end?").selectOption("solved_offline");
    ana.send();
    assertThat(ana.message("status/1858000000000000001")).containsText("Solved offline.");

    dewi = step(5).as(DEWI);
    assertThat(dewi.message("Social Care has finished with")).containsText("Solved offline.");

    PersonInPage budi = step(6).as(BUDI);
    budi.column().getByTestId("send").click();
    assertThat(budi.whisper("Mohon tahan dulu")).isVisible();
    window().picture("26-guide-answer");
    window().page().getByTestId("guide-trio").click();
    for (String person : List.of(DEWI, ANA, BEN)) {
      assertThat(window().as(person).column()).isVisible();
    }
    window().picture("27-guide-trio");
  }

  private PageWindow step(int number) {
    window().page().getByTestId("guide-step-" + number).click();
    return window();
  }

  @Test
  @Order(10)
  void it_reads_well_in_the_dark() {
    see(Look.DARK_DESK, DEWI, ANA);
    window().as(DEWI).goToInstead();
    PersonInPage ana = window().as(ANA).goTo(SOCIAL_CARE);
    ana.write("Good morning, I take the next one.");
    assertThat(ana.message("I take the next one")).isVisible();
    window().picture("28-dark", "dark");
    window().as(DEWI).goTo(GENERAL).write("/report");
    assertThat(window().as(DEWI).form()).isVisible();
    window().page().getByTestId("panel-toggle").click();
    assertThat(ana.message("I take the next one")).isInViewport();
    window().picture("29-dark-form-and-panel");
    window().as(DEWI).closeForm();
  }

  @Test
  @Order(11)
  void it_fits_a_phone() {
    see(Look.PHONE, DEWI);
    PersonInPage dewi = window().as(DEWI).goTo(GENERAL);
    dewi.write("/canipost may I post about the new store");
    assertThat(dewi.whisper("Please hold that one")).isVisible();
    window().picture("30-phone-answer");
    dewi.write("/report");
    assertThat(dewi.form()).isVisible();
    window().picture("31-phone-form");
    dewi.closeForm();
    dewi.goHome();
    assertThat(dewi.home()).containsText("Your reports");
    window().picture("32-phone-home", "phone");
    dewi.column().getByTestId("rail-toggle").click();
    window().picture("33-phone-conversations");
    window().page().mouse().click(360, 400);
    window().page().getByTestId("panel-toggle").click();
    window().picture("34-phone-panel");
    window().page().getByTestId("guide-toggle").click();
    window().picture("35-phone-guide");
    assertNothingSticksOut();

    see(Look.DARK_PHONE, ANA);
    PersonInPage ana = window().as(ANA).goTo(SOCIAL_CARE);
    assertThat(ana.messages("A customer wants a refund").last()).isVisible();
    window().picture("36-dark-phone-cards");
    assertNothingSticksOut();
  }

  private void assertNothingSticksOut() {
    assertEquals(
        true, window().page().evaluate("document.documentElement.scrollWidth <= innerWidth"));
  }

  private static Locator card(PersonInPage member, String number) {
    return member
        .messages(number)
        .filter(new Locator.FilterOptions().setHasText("Post:"))
        .first();
  }
}
