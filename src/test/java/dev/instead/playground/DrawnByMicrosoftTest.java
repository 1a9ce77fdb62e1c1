package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft's own renderer draws every golden card without complaint. Each leaves a picture under {@code target/teams-cards}. */
@InBrowser
@ExtendWith(NeedsAdaptiveCards.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawnByMicrosoftTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/teams");
  private static final Path PAGE = Path.of("src/test/resources/teams-renderer/page.html");
  private static final Path PICTURES = Path.of("target", "teams-cards");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> complaints = new ArrayList<>();
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void open() throws IOException {
    Path modules = NeedsAdaptiveCards.find(System.getenv("ADAPTIVECARDS_JS")).orElseThrow();
    chromium = new Chromium();
    page = chromium.browser().newPage();
    page.setViewportSize(520, 900);
    page.setDefaultTimeout(30_000);
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (!message.type().equals("log")) {
        complaints.add(message.text());
      }
    });
    page.setContent(Files.readString(PAGE, StandardCharsets.UTF_8));
    for (Path script :
        List.of(NeedsAdaptiveCards.markdown(modules), NeedsAdaptiveCards.renderer(modules))) {
      page.addScriptTag(new Page.AddScriptTagOptions().setPath(script));
    }
  }

  @AfterAll
  void close() {
    chromium.close();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void microsofts_renderer_has_nothing_against_it(Path file) throws IOException {
    assertEquals(List.of(), draw(card(file), "light"));
    picture(GOLDEN.relativize(file).toString().replace(".json", ".png"));
    assertNothingWrittenWorks();
    assertFitsInWidth();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en/TeamCard", "en/Receipt.danger", "en/AnswerCard.hold", "en/form/FileReport"})
  void it_reads_well_in_the_dark(String name) throws IOException {
    assertEquals(List.of(), draw(card(GOLDEN.resolve(name + ".json")), "dark"));
    picture(name + ".dark.png");
  }

  @Test
  void what_is_wrong_with_a_card_is_noticed() {
    assertFalse(draw("{\"type\":\"AdaptiveCard\",\"body\":[{\"type\":\"Nonsense\"}]}", "light")
        .isEmpty());
  }

  @Test
  void whom_to_call_is_one_press_away_in_the_report() throws IOException {
    draw(card(GOLDEN.resolve("en/form/FileReport.json")), "light");
    Locator line = page.getByText("+62 21 555 0110");
    assertFalse(line.isVisible());
    page.getByText("Is anybody in danger?").click();
    assertTrue(line.isVisible());
    picture("en/form/FileReport.contacts.png");
  }

  @Test
  void not_an_issue_is_asked_about_first_and_the_rest_is_under_more() throws IOException {
    draw(card(GOLDEN.resolve("en/TeamCard.json")), "light");
    Locator asked = page.getByText("The reporters hear that it is not an issue.");
    assertFalse(asked.isVisible());
    page.getByText("Not an issue").first().click();
    assertTrue(asked.isVisible());
    picture("en/TeamCard.asking.png");
  }

  private List<?> draw(String card, String theme) {
    complaints.clear();
    List<Object> found = new ArrayList<>(
        (List<?>) page.evaluate("([card, theme]) => draw(card, theme)", List.of(card, theme)));
    found.addAll(complaints);
    return found;
  }

  private static String card(Path file) throws IOException {
    JsonNode golden = JSON.readTree(file.toFile());
    return golden.get("card").toString();
  }

  private void picture(String name) {
    page.locator("#card")
        .screenshot(new Locator.ScreenshotOptions().setPath(PICTURES.resolve(name)));
  }

  /** No link, tag or emphasis came of the adversarial words in the samples. */
  private void assertNothingWrittenWorks() {
    Locator card = page.locator("#card");
    assertEquals(
        0,
        card.locator("a[href*='evil'], a[href^='javascript'], at, img, script, code, h1, ul, ol")
            .count());
    assertEquals(0, card.locator("em").count());
    String html = card.innerHTML();
    assertFalse(html.contains("<strong>bold</strong>"), html);
  }

  private void assertFitsInWidth() {
    assertEquals(
        List.of(),
        page.evaluate(
            "[...document.querySelectorAll('#card *')].filter(e => e.getBoundingClientRect().right > 16 + 482).map(e => e.textContent)"));
  }

  static List<Path> cards() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      List<Path> found =
          files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertTrue(found.size() > 150, "only " + found.size());
      return found;
    }
  }
}
