package dev.instead.teams;

import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * A key that Bot Framework signs tokens with.
 *
 * @param endorsements the channels it may speak for, e.g. {@code msteams}
 */
record SigningKey(String id, RSAPublicKey key, Set<String> endorsements) {
  SigningKey {
    endorsements = Set.copyOf(endorsements);
  }
}
