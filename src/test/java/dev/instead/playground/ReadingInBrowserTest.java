package dev.instead.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.instead.playground.PersonInPage.button;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.instead.playground.PageWindow.Look;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody reads the policy instead of asking, in the page. Each step leaves a picture under {@code target/story-reading}. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingInBrowserTest {
  /** A Monday, on which every answer of the example policy is in force. */
  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T03:10:00Z");

  private static final String DEWI = "U0DEWI";
  private static final String DEWI_ON_TEAMS = SampleTenant.DEWI;

  private Playground playground;
  private Chromium chromium;
  private final Deque<PageWindow> windows = new ArrayDeque<>();

  @BeforeAll
  void open() {
    Clock time = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MONDAY_MORNING));
    playground = Playground.start(Path.of("config", "policy.yaml"), 0, time);
    // The first requests to a fresh process load its classes; they are nobody's story.
    TeamsSender people = playground.server().teams().sender();
    people.commandBox(SampleTenant.BUDI, "browse");
    people.closeDialog(SampleTenant.BUDI);
    playground.server().sender().command("U0BUDI", "C0GENERAL", "/canipost", "hello");
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  void close() {
    chromium.close();
    playground.close();
  }

  @AfterEach
  void the_browser_had_nothing_to_complain_about() {
    PageWindow window = windows.removeLast();
    assertEquals(List.of(), window.complaints());
    window.close();
  }

  @Test
  void on_slack_the_home_leads_to_a_subject_an_entry_and_a_search_with_a_typo() {
    PageWindow window = see(DEWI);
    PersonInPage dewi = window.as(DEWI).goHome();
    assertThat(button(dewi.home(), "Search the policy")).isVisible();
    window.picture("01-home");
    dewi.press(dewi.home(), "What can I post?");
    assertThat(dewi.form()).containsText("Go ahead");
    assertThat(dewi.form()).containsText("Everything (86)");
    window.picture("02-topics");

    dewi.form().getByText("Everything (86)").click();
    window
        .page()
        .getByRole(
            AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Photos and videos (11)"))
        .click();
    assertThat(dewi.form()).containsText("Please hold that one");
    window.picture("03-subject");
    button(dewi.form(), "Videos in my uniform").click();
    assertThat(dewi.form()).containsText("approved by");
    window.picture("04-entry");
    button(dewi.form(), "Back").click();
    assertThat(dewi.form()).containsText("Please hold that one");

    button(dewi.form(), "Search the policy").click();
    dewi.field("What are you looking for?").fill("friends dicsount");
    dewi.send();
    assertThat(dewi.form().locator("strong").first()).hasText("friends");
    assertThat(dewi.form().locator("strong").filter(having("discount")).first()).isVisible();
    window.picture("05-found");
    read(dewi).click();
    assertThat(dewi.form()).containsText("Offering friends a discount in public");
    assertThat(dewi.form()).containsText("approved by");
    window.picture("06-entry-found");
    dewi.closeForm();
  }

  @Test
  void on_teams_the_apps_command_leads_to_a_search_with_a_typo_and_an_entry() {
    PageWindow window = see(DEWI_ON_TEAMS);
    PersonInPage dewi = window.as(DEWI_ON_TEAMS).goToInstead();
    dewi.command("What can I post?");
    assertThat(dewi.form()).containsText("Go ahead");
    window.picture("11-teams-topics");
    button(dewi.form(), "Choose a subject").click();
    button(dewi.form(), "Photos and videos (11)").click();
    assertThat(dewi.form()).containsText("Please hold that one");
    window.picture("12-teams-subject");
    button(dewi.form(), "Search the policy").click();
    dewi.field("What are you looking for?").fill("friends dicsount");
    button(dewi.form(), "Search").click();
    assertThat(dewi.form().locator(".is-highlight").first()).hasText("friends");
    window.picture("13-teams-found");
    read(dewi).click();
    assertThat(dewi.form()).containsText("approved by");
    window.picture("14-teams-entry");
    button(dewi.form(), "Back").click();
    assertThat(dewi.form().locator(".is-highlight").first()).isVisible();
  }

  private PageWindow see(String person) {
    windows.addLast(
        PageWindow.open("story-reading", chromium, playground.address(), Look.DESK, person));
    return windows.getLast();
  }

  /** The first of what was found. */
  private static Locator read(PersonInPage person) {
    return person.form().locator("button").filter(having("Read it")).first();
  }

  private static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
