package dev.instead.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.instead.playground.PageWindow.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A question that no rule answers: sent to the team, answered, turned into a patch, applied to the file, asked again. */
@InBrowser
@Timeout(300)
class LoopInBrowserTest {
  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T03:10:00Z");
  private static final String DEWI = "U0DEWI";
  private static final String OMAR = "U0OMAR";
  private static final String QUESTION = "our choir recorded a lullaby about submarines";
  private static final String ANSWER = "Go ahead: sing it, and say that you work here.";

  @TempDir
  private Path folder;

  @Test
  void an_answer_of_a_person_becomes_an_answer_of_the_policy() throws IOException {
    Path policy = Files.copy(Path.of("config", "policy.yaml"), folder.resolve("policy.yaml"));
    Clock time = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MONDAY_MORNING));
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    try (Playground playground = Playground.start(policy, 0, time);
        Chromium chromium = new Chromium()) {
      playground.server().sender().command("U0MAYA", "C0GENERAL", "/canipost", "hello");
      PageWindow window =
          PageWindow.open("loop", chromium, playground.address(), Look.DESK, DEWI, OMAR);
      PersonInPage dewi = window.as(DEWI).goTo("C0GENERAL");
      PersonInPage omar = window.as(OMAR).goTo("C0POLICY");

      teamAnswers(dewi, omar);
      String diff = patch(window, omar);
      Files.writeString(policy, patched(Files.readString(policy), diff));
      askedAgain(window, dewi);
      ownerLooks(window, omar);

      assertEquals(List.of(), window.complaints());
      window.close();
    }
  }

  private static void teamAnswers(PersonInPage dewi, PersonInPage omar) {
    dewi.write("/canipost " + QUESTION);
    Locator none = dewi.whisper("I don't have an approved answer for that");
    dewi.press(none, "Ask the team");
    assertThat(dewi.message("They mean to answer by")).isVisible();
    Locator card = omar.message(QUESTION);
    assertThat(card).containsText("Please answer it by");
    omar.press(card, "Take it");
    omar.press(card, "Answer");
    omar.field("Your answer").fill(ANSWER);
    omar.send();
    assertThat(card).containsText(ANSWER);
  }

  /** The patch, read from the page. */
  private static String patch(PageWindow window, PersonInPage omar) {
    omar.press(omar.message(QUESTION), "Turn into an entry");
    assertThat(omar.field("What to do (English)")).hasValue(ANSWER);
    omar.field("Topic (English)").fill("A song of our own");
    omar.field("Why (English)").fill("It is fun, and everybody knows who sings.");
    omar.field("May they?").selectOption("go");
    window.picture("01-entry-form");
    omar.send();
    assertThat(omar.form()).containsText("This is your proposal as a patch");
    window.picture("02-patch");
    String diff = String.valueOf(omar.form().locator("pre").textContent());
    omar.closeForm();
    return diff;
  }

  private static void askedAgain(PageWindow window, PersonInPage dewi) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Locator answer = dewi.whisper("a-song-of-our-own");
    boolean answered = false;
    while (!answered) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The new entry does not answer");
      }
      dewi.write("/canipost " + QUESTION); // the file is looked at every second
      answered = appears(answer);
    }
    assertThat(answer).containsText("Go ahead");
    assertThat(answer).containsText(ANSWER);
    window.picture("03-answered");
  }

  private static boolean appears(Locator what) {
    try {
      what.waitFor(new Locator.WaitForOptions().setTimeout(2_000));
      return true;
    } catch (TimeoutError notYet) {
      return false;
    }
  }

  private static void ownerLooks(PageWindow window, PersonInPage omar) {
    omar.goHome();
    assertThat(omar.home()).containsText("What people asked in the last 30 days");
    assertThat(omar.home()).containsText(QUESTION);
    window.picture("04-what-people-asked");
    omar.press(omar.home(), "Dismiss");
    assertThat(omar.home()).containsText("There is nothing to see to.");
  }

  private static String patched(String text, String diff) {
    try {
      return String.join(
          "\n",
          DiffUtils.patch(
              List.of(text.split("\n", -1)),
              UnifiedDiffUtils.parseUnifiedDiff(List.of(diff.split("\n")))));
    } catch (PatchFailedException e) {
      throw new AssertionError(diff, e);
    }
  }
}
