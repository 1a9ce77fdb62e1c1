package dev.instead.web;

import dev.instead.config.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only requests through that Slack signed within the last five minutes. The order is: method, type, size, time, signature over the
 * raw bytes, and only then a look at what the body says. Slack's SDK must not check again: it joins lines anew, and so loses a final line
 * break.
 */
public final class SlackSignatureFilter extends HttpFilter {
  /** Slack's own payloads stay below 250 KB of view and 40 KB of text. */
  private static final int LARGEST_BODY = 1024 * 1024;

  private static final Duration LONGEST_BODY = Duration.ofSeconds(10);
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int DEEPEST_JSON = 64;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final Pattern LOGGABLE = Pattern.compile("[a-z0-9_]{1,40}");
  private static final Logger LOG = LoggerFactory.getLogger(SlackSignatureFilter.class);

  private final transient List<SlackSignature> signatures;
  private final transient Clock clock;
  private final transient BodyReader bodies;

  /**
   * @param signingSecrets one, or two while the secret is being changed
   * @param clock real time: the product's own clock may be moved, signatures are not
   */
  public SlackSignatureFilter(List<Secret> signingSecrets, Clock clock) {
    this(signingSecrets, clock, LONGEST_BODY);
  }

  SlackSignatureFilter(List<Secret> signingSecrets, Clock clock, Duration longestBody) {
    if (signingSecrets.isEmpty()) {
      throw new IllegalArgumentException("Without a signing secret nothing could be checked");
    }
    this.signatures = signingSecrets.stream().map(SlackSignature::new).toList();
    this.clock = clock;
    this.bodies = new BodyReader(LARGEST_BODY, longestBody);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] body;
    try {
      body = accept(request);
    } catch (Refusal refusal) {
      LOG.warn(
          "Refused a request to {}: {} (status {}, {})",
          request.getServletPath(),
          refusal.reason(),
          refusal.status(),
          attempt(request));
      bodies.refuse(refusal, request, response);
      return;
    }
    chain.doFilter(new ReadRequest(request, body), response);
    LOG.debug(
        "Answered a request of {} bytes (status {}, {})",
        body.length,
        response.getStatus(),
        attempt(request));
  }

  private byte[] accept(HttpServletRequest request) throws Refusal {
    checkMethod(request);
    checkType(request);
    String timestamp = timestamp(request);
    String signature = signature(request);
    byte[] body = bodies.read(request);
    if (!isSigned(signature, timestamp, body)) {
      throw unverified("the signature doesn't match; is INSTEAD_SLACK_SIGNING_SECRET this app's?");
    }
    if (!JsonDepth.isAtMost(DEEPEST_JSON, body)) {
      throw new Refusal(
          400, "The JSON is nested too deeply.", "JSON nested over " + DEEPEST_JSON + " deep");
    }
    return body;
  }

  private static void checkMethod(HttpServletRequest request) throws Refusal {
    if (!request.getMethod().equals("POST")) {
      throw new Refusal(405, "Only POST is served here.", "not a POST");
    }
  }

  private static void checkType(HttpServletRequest request) throws Refusal {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!plain.equals("application/x-www-form-urlencoded") && !plain.equals("application/json")) {
      throw new Refusal(415, "Only forms and JSON are served here.", "neither a form nor JSON");
    }
  }

  private String timestamp(HttpServletRequest request) throws Refusal {
    String timestamp = request.getHeader("X-Slack-Request-Timestamp");
    if (timestamp == null || !SECONDS.matcher(timestamp).matches()) {
      throw unverified("the timestamp is missing or no number");
    }
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    if (Math.abs(age) > WINDOW.toSeconds()) {
      throw unverified("the timestamp is "
          + Math.abs(age)
          + (age > 0 ? " s old" : " s in the future")
          + "; is this machine's clock right?");
    }
    return timestamp;
  }

  private static String signature(HttpServletRequest request) throws Refusal {
    String signature = request.getHeader("X-Slack-Signature");
    if (signature == null || !signature.startsWith("v0=")) {
      throw unverified("the signature is missing or not of version 0");
    }
    return signature;
  }

  // Tries every secret even after one fits, so that the time taken doesn't say which.
  private boolean isSigned(String signature, String timestamp, byte[] body) {
    boolean signed = false;
    for (SlackSignature candidate : signatures) {
      signed |= candidate.isOf(signature, timestamp, body);
    }
    return signed;
  }

  private static Refusal unverified(String reason) {
    return new Refusal(401, "Not accepted.", reason);
  }

  // The headers are a stranger's until the signature fits, so they are not logged as they come.
  private static String attempt(HttpServletRequest request) {
    String number = loggable(request.getHeader("X-Slack-Retry-Num"));
    return number.isEmpty()
        ? "first delivery"
        : "retry " + number + " " + loggable(request.getHeader("X-Slack-Retry-Reason"));
  }

  private static String loggable(@Nullable String header) {
    return header != null && LOGGABLE.matcher(header).matches() ? header : "";
  }
}
