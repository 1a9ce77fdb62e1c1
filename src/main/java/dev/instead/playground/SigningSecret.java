package dev.instead.playground;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that Slack and the app share. Signs as Slack does:
 * {@code docs.slack.dev/authentication/verifying-requests-from-slack}.
 */
public final class SigningSecret {
  private final byte[] secret;

  public SigningSecret(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** The value of {@code X-Slack-Signature} for this body, sent at {@code epochSecond}. */
  public String signature(String epochSecond, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] base = ("v0:" + epochSecond + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(base));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This JVM has no HmacSHA256, which every Java platform must have", e);
    }
  }

  /** A request as Slack would send it at {@code now}; change its headers to make it a wrong one. */
  public SignedRequest sign(String contentType, String body, Instant now) {
    String second = Long.toString(now.getEpochSecond());
    return new SignedRequest(contentType, body, Map.of())
        .with("X-Slack-Request-Timestamp", second)
        .with("X-Slack-Signature", signature(second, body));
  }

  @Override
  public String toString() {
    return "SigningSecret[hidden]";
  }
}
