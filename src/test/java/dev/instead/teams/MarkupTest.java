package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00.123Z");

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "[good](https://evil.example)=>\\[good\\]\\(https://evil.example)",
        "*bold* _it_ ~~no~~ `code`=>\\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\`",
        "<at>Ana</at> &lt;=>\\<at\\>Ana\\</at\\> \\&lt;",
        "# head=>\\# head",
        "- item=>\\- item",
        "1. item=>1\\. item",
        "12) item=>12\\) item",
        "{{DATE(2026-11-23T05:00:00Z)}}=>\\{\\{DATE(2026-11-23T05:00:00Z)\\}\\}",
        "back\\slash=>back\\\\slash",
        "Dewi (HR), 10.5-11=>Dewi (HR), 10.5-11"
      })
  void what_people_wrote_stays_what_they_wrote(String written, String escaped) {
    assertEquals(escaped, Markup.escape(written));
    assertEquals(written, Markup.plain(Markup.escape(written), Instant::toString));
  }

  @Test
  void what_people_wrote_stays_on_its_line() {
    assertEquals("Ana \\# head", Markup.escape("Ana\r\n\n# head\u2028"));
  }

  @Test
  void the_marks_of_a_sentence_are_drawn_and_those_of_a_name_are_not() {
    String sentence = "*Answered.* " + Markup.escape("A*n*a") + " used `refund-1`";
    assertEquals("**Answered.** A\\*n\\*a used refund-1", Markup.markdown(sentence));
    assertEquals("Answered. A*n*a used refund-1", Markup.plain(sentence, Instant::toString));
  }

  @Test
  void a_time_is_drawn_by_the_client_and_said_in_full() {
    String sentence = "Take it by *" + Markup.time(NOON) + "*.";
    assertEquals(
        "Take it by **{{DATE(2026-11-23T05:00:00Z, SHORT)}} {{TIME(2026-11-23T05:00:00Z)}}**.",
        Markup.markdown(sentence));
    assertEquals("Take it by noon.", Markup.plain(sentence, at -> "noon"));
  }
}
