package dev.instead.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One person's column of the page, on Slack or on Teams, used as a person would: by what is to be read and pressed. */
final class PersonInPage {
  private final Page page;
  private final Locator column;
  private final boolean onTeams;

  PersonInPage(Page page, String id) {
    this.page = page;
    this.column = page.getByTestId("column-" + id);
    this.onTeams = id.contains("-");
  }

  /** Shows a channel, by its id. */
  PersonInPage goTo(String channel) {
    assertThat(column.getByTestId("conversation-" + channel)).hasCount(1);
    openRail();
    column.getByTestId("conversation-" + channel).click();
    return this;
  }

  /** Shows the messages with the app. */
  PersonInPage goToInstead() {
    openDirectMessages();
    if (!onTeams) {
      column.getByTestId("tab-messages").click();
    }
    return this;
  }

  PersonInPage goHome() {
    openDirectMessages();
    column.getByTestId("tab-home").click();
    return this;
  }

  private void openDirectMessages() {
    Locator app = column.locator("[data-testid^='conversation-" + (onTeams ? "a:" : "D") + "']");
    assertThat(app).hasCount(1);
    openRail();
    app.click();
  }

  // A narrow column keeps its conversations in a drawer.
  private void openRail() {
    Locator drawer = column.getByTestId("rail-toggle");
    if (drawer.isVisible()) {
      drawer.click();
    }
  }

  void write(String text) {
    column.getByTestId("composer").fill(text);
    column.getByTestId("send").click();
  }

  /** The newest message with these words. */
  Locator message(String words) {
    return messages(words).last();
  }

  Locator messages(String words) {
    return column
        .locator(".conversation .message")
        .filter(new Locator.FilterOptions().setHasText(words));
  }

  /** The newest message that only this person sees. */
  Locator whisper(String words) {
    return column
        .locator(".conversation .message.ephemeral")
        .filter(new Locator.FilterOptions().setHasText(words))
        .last();
  }

  Locator home() {
    return column.getByTestId("home");
  }

  Locator form() {
    return column.getByTestId("modal");
  }

  Locator field(String label) {
    return form().getByLabel(label);
  }

  void send() {
    column.getByTestId("modal-submit").click();
  }

  void closeForm() {
    column.getByTestId("modal-close").click();
    assertThat(form()).hasCount(0);
  }

  /** Where replies stand. */
  Locator thread() {
    return column.getByTestId("thread");
  }

  Locator column() {
    return column;
  }

  /** A button by its words, in {@code where}. */
  static Locator button(Locator where, String words) {
    return where.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
  }

  /** Presses it and waits until the bot has answered. */
  void press(Locator where, String words) {
    page.waitForResponse(
        onTeams ? "**/ui/teams/press" : "**/ui/action",
        () -> button(where, words).click());
  }

  /** Presses a button of Teams' dialog and waits until the bot has answered. */
  void sendBy(String words) {
    page.waitForResponse(
        "**/ui/teams/submit", () -> button(form().locator(".modal-foot"), words).click());
  }

  /** A command of the app beside the box where one writes. */
  void command(String words) {
    column.getByTestId("shortcuts").click();
    menuItem(words).click();
  }

  /** A button of a card that stands under its "…". */
  void pressMore(Locator card, String words) {
    card.locator(".button.overflow").click();
    menuItem(words).click();
  }

  private Locator menuItem(String words) {
    return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(words));
  }

  void chooseFromMenu(Locator where, String words) {
    where.getByTestId("message-more").click();
    menuItem(words).click();
  }
}
