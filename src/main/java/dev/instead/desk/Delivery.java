package dev.instead.desk;

import dev.instead.report.Case;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a platform sent, recognisably: it may send the same thing twice. Slack: {@code slack:T…:event:Ev…}, {@code slack:T…:trigger:…},
 * {@code slack:T…:view:V…}. Teams: {@code teams:<tenant>:activity:<conversation>:<id>}, {@code teams:<tenant>:form:<op>}, {@code teams:<tenant>:press:<conversation>:<card>}.
 *
 * @param turn of the case, as the card showed it that was pressed; empty when that isn't known
 */
public record Delivery(String key, OptionalInt turn) {
  private static final HexFormat HEX = HexFormat.of();

  /** Random, forgotten when the process ends, and written nowhere. */
  private static final String SALT = UUID.randomUUID().toString();

  public Delivery(String key) {
    this(key, OptionalInt.empty());
  }

  /**
   * A delivery by the id that the platform gives it, which is unique; what was sent is part of the key all the same, so that no mistake
   * about an id can ever swallow somebody's words.
   */
  public static Delivery of(String id, @Nullable String... sent) {
    return new Delivery(id + ":" + digest(sent));
  }

  /** The same, asked for by a button that was drawn in this turn of the case. */
  public Delivery drawnIn(int drawn) {
    return new Delivery(key, OptionalInt.of(drawn));
  }

  /**
   * Tells it from others in the log of one process. The key itself may name a person, or a conversation that only one is in, and whoever
   * knows all ids could find the one behind a digest without the salt.
   */
  public String mark() {
    return digest(SALT, key);
  }

  /** Whether the presser saw the case as it was before its stage or team last changed. */
  boolean isBehind(Case now) {
    return turn.isPresent() && turn.getAsInt() < now.turn();
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
