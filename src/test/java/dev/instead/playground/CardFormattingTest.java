package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page makes of Adaptive Cards and their text. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardFormattingTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "teams");

  private static final String CONTEXT =
      "const ctx = { zone: () => 'Asia/Jakarta', locale: () => 'en-US' };";

  private static final String TEXT = """
      async ({text}) => {
        const { h } = await import('/dom.js');
        const { markdown } = await import('/cardtext.js');
        %s
        return h('div', {}, markdown(text.replaceAll('|', '\\n'), ctx)).innerHTML
            .replaceAll(' target="_blank" rel="noopener noreferrer"', '');
      }
      """.formatted(CONTEXT);

  /** What isn't known, and the verbs in the order in which the page counts buttons. */
  private static final String CARD = """
      async ({json}) => {
        const { drawCard } = await import('/cards.js');
        const { surfaceOf, verbOf } = await import('/cardactions.js');
        %s
        const card = JSON.parse(json);
        const surface = surfaceOf(card, { values: {}, send: () => {}, tell: () => {} });
        const node = drawCard(card, surface, ctx);
        const unknown = [...node.querySelectorAll('.unknown')].map((one) => one.textContent);
        return [...unknown, ...surface.buttons.map(verbOf)].join(' ');
      }
      """.formatted(CONTEXT);

  private PageInBrowser browser;

  @BeforeAll
  void open() {
    browser = new PageInBrowser();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  static List<Path> goldenCards() throws IOException {
    try (Stream<Path> all = Files.walk(GOLDEN)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenCards")
  void every_card_of_the_product_is_drawn_and_its_buttons_are_counted_as_the_server_does(Path file)
      throws IOException {
    JsonNode card = Json.readObject(Files.readString(file)).orElseThrow().path("card");
    String verbs =
        String.join(" ", CardTree.actions(card).stream().map(CardTree::verb).toList());
    assertEquals(verbs, browser.run(CARD, Map.of("json", Json.write(card))));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", quoteCharacter = '\0', textBlock = """
      **bold** and _it_ -> <p><strong>bold</strong> and <em>it</em></p>
      5\\*3\\*2 snake\\_case\\_name -> <p>5*3*2 snake_case_name</p>
      snake_case_name -> <p>snake_case_name</p>
      \\[bank\\](https://evil.example) -> <p>[bank](https://evil.example)</p>
      [repairs](https://a.example/r?a=1&b=2) -> <p><a href="https://a.example/r?a=1&amp;b=2">repairs</a></p>
      [x](javascript:alert) -> <p><span>x</span></p>
      <img src=x onerror=alert(1)> <at>Ana</at> -> <p>&lt;img src=x onerror=alert(1)&gt; &lt;at&gt;Ana&lt;/at&gt;</p>
      - one|- two -> <ul><li>one</li><li>two</li></ul>
      1. one|2. two -> <ol><li>one</li><li>two</li></ol>
      one|two -> <p>one</p><p>two</p>
      {{DATE(2026-11-23T05:02:00Z, SHORT)}} {{TIME(2026-11-23T05:02:00Z)}} -> <p>Mon, Nov 23, 2026 12:02 PM</p>
      {{DATE(nonsense)}} -> <p>{{DATE(nonsense)}}</p>
      """)
  void text_is_drawn_as_in_teams(String text, String expected) {
    Object drawn = browser.run(TEXT, Map.of("text", text));
    // The browser puts a narrow space before AM and PM.
    assertEquals(expected, String.valueOf(drawn).replace('\u202f', ' '));
  }
}
