package dev.instead.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.Secret;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Any request to Slack's door: nothing passes but what a second way of checking takes for signed now, and what passes is as it came. Who is
 * refused learns nothing.
 */
public final class RequestAttack {
  private static final String SECRET = "attacked-signing-secret-00000000";
  private static final long NOW = 1_795_489_213L;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LARGEST_ANSWER = 100;
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 405, 408, 413, 415);
  private static final SlackSignatureFilter FILTER = new SlackSignatureFilter(
      List.of(new Secret("another-secret"), new Secret(SECRET)),
      Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

  private RequestAttack() {}

  /**
   * Tries one input.
   *
   * @param input one byte of flags, then lines: method, type, timestamp and signature; then the body. A flag says that the sender knows the
   *     secret, so that what lies behind the signature is reached as well.
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int flags = input[0];
    String[] parts = new String(input, 1, input.length - 1, ISO_8859_1).split("\n", 5);
    String[] given = Arrays.copyOf(parts, 5);
    byte[] body = given[4] == null ? new byte[0] : given[4].getBytes(ISO_8859_1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    boolean plain = (flags & 1) != 0;
    String method = plain || given[0] == null ? "POST" : given[0];
    String type = plain ? FORM : given[1];
    put(headers, "Content-Type", type);
    put(headers, "X-Slack-Request-Timestamp", (flags & 2) != 0 ? "" + NOW : given[2]);
    String time = headers.getOrDefault("X-Slack-Request-Timestamp", "");
    put(headers, "X-Slack-Signature", (flags & 4) != 0 ? signature(time, body) : given[3]);
    put(headers, "X-Slack-Retry-Num", given[3]);
    check(method, headers, body);
  }

  private static void check(String method, Map<String, String> headers, byte[] body) {
    Answer answer = new Answer();
    byte[][] passed = new byte[1][];
    try {
      FILTER.doFilter(
          request(method, headers, body),
          answer.response(),
          (request, response) -> passed[0] = request.getInputStream().readAllBytes());
    } catch (IOException | ServletException e) {
      throw new AssertionError("The door broke", e);
    }
    String time = headers.getOrDefault("X-Slack-Request-Timestamp", "");
    boolean signed = isNow(time) && signature(time, body).equals(headers.get("X-Slack-Signature"));
    if (passed[0] != null) {
      assertTrue(signed, "passed without a signature of now");
      assertEquals("POST", method);
      assertArrayEquals(body, passed[0]);
    } else {
      assertTrue(REFUSALS.contains(answer.status), () -> "answered " + answer.status);
      String said = answer.body.toString(UTF_8);
      assertTrue(said.length() < LARGEST_ANSWER && !said.contains("v0="), said);
      assertFalse(signed && answer.status == 401, "a signed request was taken for an unsigned one");
    }
  }

  /** In another way than the product's: whole numbers of any size. */
  private static boolean isNow(String time) {
    if (time.isEmpty() || !time.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    BigInteger off = new BigInteger(time).subtract(BigInteger.valueOf(NOW)).abs();
    return off.compareTo(BigInteger.valueOf(300)) <= 0 && time.length() <= 12;
  }

  /** In another way than the product's: one array, and hex digit by digit. */
  private static String signature(String time, byte[] body) {
    try {
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      signed.writeBytes(("v0:" + time + ":").getBytes(ISO_8859_1));
      signed.writeBytes(body);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      StringBuilder hex = new StringBuilder("v0=");
      for (byte b : mac.doFinal(signed.toByteArray())) {
        hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
      }
      return hex.toString();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static HttpServletRequest request(
      String method, Map<String, String> headers, byte[] body) {
    return (HttpServletRequest) Proxy.newProxyInstance(
        RequestAttack.class.getClassLoader(),
        new Class<?>[] {HttpServletRequest.class},
        (proxy, called, arguments) -> switch (called.getName()) {
          case "getMethod" -> method;
          case "getContentType" -> headers.get("Content-Type");
          case "getHeader" -> headers.get((String) arguments[0]);
          case "getServletPath" -> "/slack/events";
          case "getContentLengthLong" -> -1L;
          case "getInputStream" -> new Sent(new ByteArrayInputStream(body));
          default -> throw new AssertionError("asked for " + called.getName());
        });
  }

  private static final class Answer {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    HttpServletResponse response() {
      return (HttpServletResponse) Proxy.newProxyInstance(
          RequestAttack.class.getClassLoader(),
          new Class<?>[] {HttpServletResponse.class},
          (proxy, called, arguments) -> {
            switch (called.getName()) {
              case "setStatus" -> status = (int) arguments[0];
              case "getOutputStream" -> {
                return new Told(body);
              }
              case "getStatus" -> {
                return status;
              }
              case "setHeader", "setContentType", "setContentLength", "flushBuffer" -> {}
              default -> throw new AssertionError("asked for " + called.getName());
            }
            return null;
          });
    }
  }

  private static final class Told extends ServletOutputStream {
    private final ByteArrayOutputStream body;

    Told(ByteArrayOutputStream body) {
      this.body = body;
    }

    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new AssertionError("nothing is written later");
    }
  }

  private static final class Sent extends ServletInputStream {
    private final ByteArrayInputStream body;

    Sent(ByteArrayInputStream body) {
      this.body = body;
    }

    @Override
    public int read() {
      return body.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return body.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return body.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new AssertionError("nothing is read later");
    }
  }
}
