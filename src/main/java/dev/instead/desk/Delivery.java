package dev.instead.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a platform sent, recognisably: it may send the same thing twice. Slack: {@code slack:T…:event:Ev…}, {@code slack:T…:trigger:…},
 * {@code slack:T…:view:V…}. Teams: {@code teams:<tenant>:activity:<conversation>:<id>}, {@code teams:<tenant>:form:<op>}.
 */
public record Delivery(String key) {
  private static final HexFormat HEX = HexFormat.of();

  /**
   * A delivery by the id that the platform gives it, which is unique; what was sent is part of the key all the same, so that no mistake
   * about an id can ever swallow somebody's words.
   */
  public static Delivery of(String id, @Nullable String... sent) {
    return new Delivery(id + ":" + digest(sent));
  }

  private static String digest(@Nullable String... sent) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : sent) {
        digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HEX.formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
