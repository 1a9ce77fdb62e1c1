package dev.instead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "may I post https://x.com/someone/status/1?a=b here|may I post [link] here",
        "see www.example.org, ok|see [link] ok",
        "is meranti.example/help right|is [link] right",
        "is Example.COM right|is [link] right",
        "go to https://dewi@files.example/a now|go to [link] now",
        "ftp://files.example/a|[link]",
        "mail dewi.lestari+x@meranti.co.id please|mail [address] please",
        "call +62 812-3456-7890 now|call [number] now",
        "call (021) 555 01 10|call [number]",
        "call 081234567890|call [number]",
        "ask @budi and @ana.wijaya|ask [name] and [name]",
        "ask <@U0BUDI> or <!channel>|ask [name] or [name]",
        "may I post in 2026 about 4 cars|may I post in 2026 about 4 cars",
        "it costs 3.5 million|it costs 3.5 million",
        "hello.how are you|hello.how are you",
        "full ＠budi width|full [name] width",
      })
  void what_could_tell_who_asked_is_left_out(String asked, String kept) {
    assertEquals(kept, Masked.of(asked));
  }

  @Test
  void no_more_is_kept_than_three_hundred_characters_and_none_of_them_is_cut_in_two() {
    assertEquals(300, Masked.of("a".repeat(10_000)).length());
    assertEquals(299, Masked.of("a" + "😀".repeat(200)).length());
    assertTrue(Masked.of(("see https://secret.example/" + "x".repeat(290) + " ").repeat(5))
            .indexOf("secret")
        < 0);
  }

  @Test
  void questions_that_differ_only_in_marks_case_and_space_are_alike() {
    assertEquals(
        Masked.likeness("May I  post, about the store?!"),
        Masked.likeness("may i post about the STORE"));
  }
}
