package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** What an app with a certificate signs in place of a secret: {@code learn.microsoft.com/entra/identity-platform/certificate-credentials}. */
final class ClientAssertion {
  private ClientAssertion() {}

  /** Whether this key signed it, for this app and this address, and it isn't over. */
  static boolean holds(String assertion, PublicKey key, String address, Instant now) {
    String[] parts = assertion.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    try {
      ObjectNode header = json(parts[0]);
      ObjectNode claims = json(parts[1]);
      boolean named =
          !Json.text(header, "x5t#S256").isEmpty() || !Json.text(header, "x5t").isEmpty();
      return named
          && Json.text(header, "alg").equals("RS256")
          && isSigned(parts, key)
          && Json.text(claims, "iss").equals(TeamsTenant.APP)
          && Json.text(claims, "sub").equals(TeamsTenant.APP)
          && Json.text(claims, "aud").equals(address)
          && !Json.text(claims, "jti").isEmpty()
          && now.isBefore(Instant.ofEpochSecond(claims.path("exp").asLong(0)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return false; // not base64, or no signature at all: as good as a wrong one
    }
  }

  private static ObjectNode json(String part) {
    String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    return Json.readObject(text).orElseGet(Json::object);
  }

  private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }
}
