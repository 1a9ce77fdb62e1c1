package dev.instead.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Percent signs of addresses (RFC 3986). */
final class Percent {
  private static final String ALWAYS_PLAIN = "-._~";
  private static final String PLAIN_WHERE_WRITTEN = "!$'()*,:@/+;";

  private Percent() {}

  /** One spelling of a path's or a parameter's text: letters and digits plain, everything that isn't ASCII encoded, hex in capitals. */
  static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int encoded = c == '%' ? byteAt(text, i) : -1;
      if (encoded >= 0) {
        append(normal, encoded, isPlain(encoded));
        i += 3;
        continue;
      }
      i += Character.charCount(c);
      if (isPlain(c) || (c < 0x80 && PLAIN_WHERE_WRITTEN.indexOf(c) >= 0)) {
        normal.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          append(normal, b & 0xFF, false);
        }
      }
    }
    return normal.toString();
  }

  /** The text that is meant, or empty when it isn't UTF-8. A percent sign that encodes nothing stays. */
  static Optional<String> decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    for (int i = 0; i < text.length(); ) {
      int encoded = text.charAt(i) == '%' ? byteAt(text, i) : -1;
      if (encoded >= 0) {
        bytes.put((byte) encoded);
        i += 3;
      } else {
        int c = text.codePointAt(i);
        bytes.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static int byteAt(String text, int percent) {
    if (percent + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(percent + 1), 16);
    int low = Character.digit(text.charAt(percent + 2), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  private static void append(StringBuilder normal, int c, boolean plain) {
    if (plain) {
      normal.append((char) c);
    } else {
      String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
      normal.append('%').append(hex.length() < 2 ? "0" : "").append(hex);
    }
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c < 0x80 && ALWAYS_PLAIN.indexOf(c) >= 0);
  }
}
