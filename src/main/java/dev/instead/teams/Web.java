package dev.instead.teams;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses of the web as a card may lead to them. */
final class Web {
  /** Written as they are: what RFC 3986 allows in an address, and the percent sign of what is encoded already. */
  private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

  private Web() {}

  static boolean is(String url) {
    String start = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://");
  }

  /** The same address in ASCII, so that no client sees the end of it elsewhere. */
  static String encoded(String url) {
    StringBuilder encoded = new StringBuilder(url.length());
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
      encoded.append(kept ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }
}
