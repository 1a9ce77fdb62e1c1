package dev.instead.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.instead.playground.PersonInPage.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.instead.playground.PageWindow.Look;
import org.junit.jupiter.api.Test;

/** Somebody reads the policy instead of asking, in the page. Each step leaves a picture under {@code target/story-reading}. */
class ReadingInBrowserTest extends BrowserStory {
  private static final String DEWI = "U0DEWI";
  private static final String DEWI_ON_TEAMS = SampleTenant.DEWI;

  ReadingInBrowserTest() {
    super("story-reading");
  }

  @Test
  void on_slack_the_home_leads_to_a_subject_an_entry_and_a_search_with_a_typo() {
    PageWindow window = see(Look.DESK, DEWI);
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
    PageWindow window = see(Look.DESK, DEWI_ON_TEAMS);
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

  /** The first of what was found. */
  private static Locator read(PersonInPage person) {
    return person.form().locator("button").filter(having("Read it")).first();
  }

  private static Locator.FilterOptions having(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
