package dev.instead.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/**
 * How deeply the JSON in a body nests, found without parsing it: a parser that recurses would overflow its stack on 100,000 brackets.
 * Looks where Slack's SDK looks for JSON, whatever the content type says: in a body that begins with a brace, else in the form's {@code
 * payload}.
 */
final class JsonDepth {
  private JsonDepth() {}

  static boolean isAtMost(int limit, byte[] body) {
    String text = new String(body, UTF_8);
    return startsLikeJson(text) ? isAtMost(limit, text) : payloadsAreAtMost(limit, text);
  }

  private static boolean startsLikeJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static boolean payloadsAreAtMost(int limit, String form) {
    int from = 0;
    while (from < form.length()) {
      int end = form.indexOf('&', from);
      end = end < 0 ? form.length() : end;
      int equals = form.indexOf('=', from);
      if (equals >= 0
          && equals < end
          && isPayload(form.substring(from, equals))
          && !isAtMost(limit, decoded(form.substring(equals + 1, end)))) {
        return false;
      }
      from = end + 1;
    }
    return true;
  }

  private static boolean isPayload(String name) {
    // An encoded name is at most three times as long as "payload"; the rest is white space.
    return name.length() < 64 && decoded(name).strip().equals("payload");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // a broken % sequence: the SDK can't decode it either, so no JSON will be read
      // from it
    }
  }

  private static boolean isAtMost(int limit, String json) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        if (++depth > limit) {
          return false;
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return true;
  }
}
