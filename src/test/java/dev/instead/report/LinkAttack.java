package dev.instead.report;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Anything typed as a link: what comes out is bounded, stays what it is when read again, and leads where it was written to. */
public final class LinkAttack {
  /** Each character may become three ({@code %3C}), and a host in other letters grows a little. */
  private static final int LONGEST_URL = 3 * Links.MAX_LENGTH + 1_000;

  private static final Pattern PLAIN = Pattern.compile(
      "https?://([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+)(?::443|:80)?(?:/[a-zA-Z0-9/_-]*)?");

  private LinkAttack() {}

  /**
   * Tries one input.
   *
   * @param input the first byte says whether the rest is UTF-8 or, with halves of characters, UTF-16
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    boolean wide = input[0] % 2 != 0;
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    String typed = new String(rest, wide ? UTF_16BE : UTF_8);
    good(typed).ifPresent(link -> check(typed, link));
    Links.firstIn(typed).ifPresent(LinkAttack::check);
    Links.split(typed).ifPresent(split -> {
      check(split.link());
      assertTrue(split.words().length() <= typed.length() + 1);
    });
  }

  private static void check(String typed, Link link) {
    check(link);
    Matcher plain = PLAIN.matcher(typed.toLowerCase(Locale.ROOT));
    if (plain.matches()) {
      assertEquals(plain.group(1), host(link.url()), () -> "another host than in " + typed);
    }
  }

  private static void check(Link link) {
    String url = link.url();
    assertTrue(url.length() <= LONGEST_URL, () -> "a link of " + url.length());
    assertTrue(
        link.key().length() <= LinkKey.MAX_LENGTH,
        () -> "a key of " + link.key().length());
    assertTrue(url.startsWith("http://") || url.startsWith("https://"), url);
    assertFalse(url.chars().anyMatch(LinkAttack::endsOrBreaksALink), () -> "unsafe: " + url);
    assertTrue(host(url).chars().allMatch(c -> c > ' ' && c < 0x7F), () -> "no plain host: " + url);
    if (url.length() <= Links.MAX_LENGTH) {
      stays(link);
      spellings(link);
    }
  }

  /** Read again, it is what it is; a final full stop of its own would now be the sentence's. */
  private static void stays(Link link) {
    Link again = again(link.url());
    boolean trimmed = again.url().length() < link.url().length();
    assertTrue(trimmed || again.equals(link), () -> link + " becomes " + again);
    assertEquals(host(link.url()), host(again.url()));
  }

  /** Spellings of one post stay together. */
  private static void spellings(Link link) {
    String url = link.url();
    if (again(url).equals(link) && url.length() <= Links.MAX_LENGTH - 20) {
      String rest = url.substring(url.indexOf("://") + 3);
      String host = host(url);
      String shouted = host.toUpperCase(Locale.ROOT) + rest.substring(host.length());
      assertEquals(link.key(), again("http://" + rest).key());
      assertEquals(link.key(), again("https://" + rest).key());
      assertEquals(link.key(), again("https://" + shouted).key());
    }
  }

  private static Link again(String url) {
    return assertInstanceOf(Links.Parsed.Good.class, Links.parse(url), () -> "refused: " + url)
        .link();
  }

  private static Optional<Link> good(String typed) {
    return Links.parse(typed) instanceof Links.Parsed.Good parsed
        ? Optional.of(parsed.link())
        : Optional.empty();
  }

  private static boolean endsOrBreaksALink(int c) {
    return "<>|\"`".indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isISOControl(c);
  }

  /** Found in another way than the product's. */
  private static String host(String url) {
    String rest = url.substring(url.indexOf("://") + 3);
    String location = rest.split("[/?#]", 2)[0];
    return location.startsWith("[")
        ? location.substring(0, location.indexOf(']') + 1)
        : location.split(":", 2)[0];
  }
}
