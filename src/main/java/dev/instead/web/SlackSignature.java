package dev.instead.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.instead.config.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's request signature, version 0: {@code v0=} and the lower-case hex HMAC-SHA256 of {@code v0:timestamp:body}, over the bytes as
 * they arrived (https://docs.slack.dev/authentication/verifying-requests-from-slack).
 */
final class SlackSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  SlackSignature(Secret signingSecret) {
    key = new SecretKeySpec(signingSecret.reveal().getBytes(UTF_8), ALGORITHM);
  }

  /** Takes the same time wherever a wrong signature differs. */
  boolean isOf(String signature, String timestamp, byte[] body) {
    return MessageDigest.isEqual(
        sign(timestamp, body).getBytes(US_ASCII), signature.getBytes(UTF_8));
  }

  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(US_ASCII));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }
}
