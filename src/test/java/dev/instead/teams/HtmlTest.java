package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<div><div>Printer is on fire &amp; beeping <at id=\"0\">Carol</at></div></div> | Printer is on fire & beeping Carol",
        "<p>a&nbsp;b</p> | a b",
        "caf&#233; &#x1F600; &bogus; | café 😀 &bogus;",
        "&lt;b&gt;not bold&lt;/b&gt; | <b>not bold</b>",
        "<a href=\"https://x.example/p?a=1&amp;b=2\" title=\"x\">this post</a> now | this post https://x.example/p?a=1&b=2 now",
        "<a href=\"https://x.example/p\">https://x.example/p</a> | https://x.example/p",
        "<img alt=\"a > b\" src=\"x\"> pic | a > b pic",
        "so <emoji id=\"1\" alt=\"🙁\" title=\"Sad\"></emoji> | so 🙁",
        "1 < 2 and 3 > 2 | 1 < 2 and 3 > 2",
        "<script>alert(1)</script> | alert(1)",
        "<!-- hidden --> seen | seen",
        "<attachment id=\"1\"></attachment> | ``",
      })
  void a_message_reads_as_its_author_meant_it(String html, String plain) {
    assertEquals(plain, Html.plain(html));
  }

  @Test
  void paragraphs_stay_apart() {
    assertEquals("one\ntwo\nthree", Html.plain("<p>one</p><p>two<br>three</p>"));
  }

  @Test
  void hostile_markup_takes_no_time() {
    for (String piece : new String[] {"<", "<a ", "<a \"", "<!--", "&#", "<a href=\"", "<b 'x"}) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> Html.plain(piece.repeat(100_000 / piece.length())), piece);
    }
  }
}
