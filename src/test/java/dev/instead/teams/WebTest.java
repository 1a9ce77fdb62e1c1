package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WebTest {
  @Test
  void an_address_is_ascii_and_has_no_end_inside() {
    assertEquals(
        "https://x.example/a%20b)%22%3E%3C%5D?q=%C3%A4&100%25#f".replace("%5D", "]"),
        Web.encoded("https://x.example/a b)\"><]?q=ä&100%25#f"));
  }

  @Test
  void only_the_web_is_led_to() {
    assertTrue(Web.is("HTTPS://x.example"));
    assertFalse(Web.is("javascript:alert(1)"));
    assertFalse(Web.is("https:/x"));
    assertFalse(Web.is(""));
  }
}
