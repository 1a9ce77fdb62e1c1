package dev.instead.web;

import dev.instead.config.Secret;
import java.nio.charset.StandardCharsets;

/** One signed request of Slack, to be checked again and again by benchmarks. */
public final class SlackSigning {
  private static final String TIMESTAMP = "1790000000";

  private final SlackSignature key;
  private final byte[] body;
  private final String signature;

  public SlackSigning(Secret secret, String body) {
    this.key = new SlackSignature(secret);
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.signature = key.sign(TIMESTAMP, this.body);
  }

  public boolean isSigned() {
    return key.isOf(signature, TIMESTAMP, body);
  }
}
