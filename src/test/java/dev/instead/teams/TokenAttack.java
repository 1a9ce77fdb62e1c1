package dev.instead.teams;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any text as a token: only what a second way of checking takes for Bot Framework's, for this bot and for now, is let in. */
public final class TokenAttack {
  private static final long NOW = 1_795_489_213L;
  private static final String APP = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  private static final String ISSUER = "https://api.botframework.com";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KeyPair KEYS = Tokens.keys(2048);
  private static final TokenCheck CHECK = check();
  private static final String GOOD = Tokens.signed(
      Tokens.header("RS256", "known"),
      Map.of(
          "iss",
          ISSUER,
          "aud",
          APP,
          "serviceurl",
          "https://smba.trafficmanager.net/emea/",
          "nbf",
          NOW - 60,
          "exp",
          NOW + 600),
      KEYS);

  private TokenAttack() {}

  /**
   * Tries one input.
   *
   * @param input one byte that says what it is: a whole header, or header and claims as JSON, line by line, signed by the key, by none, or
   *     with the signature of the good token
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String text = new String(input, 1, input.length - 1, ISO_8859_1);
    String[] lines = text.split("\n", 2);
    String claims = lines.length < 2 ? "" : lines[1];
    String unsigned = base64(lines[0]) + "." + base64(claims);
    String authorization = switch (input[0] & 3) {
      case 0 -> text;
      case 1 -> "Bearer " + unsigned + "." + signature(unsigned);
      case 2 -> "Bearer " + unsigned + ".";
      default -> "Bearer " + unsigned + GOOD.substring(GOOD.lastIndexOf('.'));
    };
    try {
      CHECK.check(authorization);
      assertTrue(isGood(authorization), () -> "let in: " + authorization);
    } catch (Rejection rejection) {
      assertEquals(401, rejection.status());
      assertFalse(rejection.reason().contains("\n"));
    }
  }

  /** In another way than the product's: split, verified and read by hand. */
  private static boolean isGood(String authorization) {
    try {
      String[] parts = authorization.substring("Bearer ".length()).strip().split("\\.", 4);
      JsonNode header = JSON.readTree(text(parts[0]));
      JsonNode claims = JSON.readTree(text(parts[1]));
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(KEYS.getPublic());
      verifier.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
      JsonNode audience =
          claims.path("aud").isArray() ? claims.path("aud").path(0) : claims.path("aud");
      return verifier.verify(Base64.getUrlDecoder().decode(parts[2]))
          && header.path("alg").asText().equals("RS256")
          && header.path("kid").asText().equals("known")
          && !header.has("crit")
          && claims.path("iss").asText().equals(ISSUER)
          && audience.asText().equalsIgnoreCase(APP)
          && claims.path("exp").asLong() >= NOW - 300
          && claims.path("nbf").asLong() <= NOW + 300;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String text(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), UTF_8);
  }

  private static TokenCheck check() {
    try (KeyHost host = new KeyHost()) {
      host.has(List.of(Tokens.jwk("known", KEYS, List.of("msteams"))));
      Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
      SigningKeys keys = new SigningKeys(host.openId(), clock, Runnable::run);
      assertTrue(keys.find("known").isPresent(), "the key was not found");
      return new TokenCheck(ISSUER, APP, keys, clock);
    }
  }

  private static String base64(@Nullable String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.valueOf(json).getBytes(ISO_8859_1));
  }

  private static String signature(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
