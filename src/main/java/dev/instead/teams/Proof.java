package dev.instead.teams;

import dev.instead.config.Secret;
import java.time.Instant;
import java.util.Map;

/** One way in which the app proves to Microsoft Entra that it is the app. */
public interface Proof {
  /** For the log: which one it is, without the secret. */
  String name();

  /** The fields that it adds to a request for a token at {@code endpoint}. */
  Map<String, String> fields(String endpoint, Instant now);

  /** A client secret. */
  record Password(String name, Secret secret) implements Proof {
    @Override
    public Map<String, String> fields(String endpoint, Instant now) {
      return Map.of("client_secret", secret.reveal());
    }
  }
}
