package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bearer token is Bot Framework's and for this bot
 * (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
 *
 * <p>Takes the place of botbuilder's own check, which lets through tokens that never expire, and those that any other bot of the tenant
 * can get for calling this one as a skill. There is one way in here, the channel's: tokens of skills and of the emulator have other
 * issuers.
 */
final class TokenCheck {
  private static final String BEARER = "Bearer ";
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** Microsoft sends the same token for a while, so few are new. */
  private static final int REMEMBERED = 1_000;

  private final String issuer;
  private final String appId;
  private final SigningKeys keys;
  private final Clock clock;
  private final Cache<String, Claims> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * What a good token says.
   *
   * @param serviceUrl as the token has it; empty when it has none
   * @param notBefore in seconds since 1970, as {@code expires}
   */
  record Claims(
      SigningKey key,
      String issuer,
      String audience,
      Optional<String> serviceUrl,
      long notBefore,
      long expires) {}

  /** @param clock real time */
  TokenCheck(String issuer, String appId, SigningKeys keys, Clock clock) {
    this.issuer = issuer;
    this.appId = appId;
    this.keys = keys;
    this.clock = clock;
  }

  /** @param authorization the header's value */
  Claims check(@Nullable String authorization) throws Rejection {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Rejection.unverified(
          "there is no bearer token; the Agents Playground sends one only when it has an app id");
    }
    String token = authorization.substring(BEARER.length()).strip();
    String digest = digest(token);
    Claims claims = verified.getIfPresent(digest);
    if (claims == null || !isStillKnown(claims.key())) {
      claims = verify(token);
      verified.put(digest, claims);
    }
    checkTime(claims);
    return claims;
  }

  /** A key that Microsoft took back ends what it signed. */
  private boolean isStillKnown(SigningKey key) {
    return keys.find(key.id()).filter(key::equals).isPresent();
  }

  private Claims verify(String text) throws Rejection {
    DecodedJWT token = decode(text);
    SigningKey key = key(token.getKeyId());
    try {
      Algorithm.RSA256(key.key(), null).verify(token);
    } catch (SignatureVerificationException e) {
      throw Rejection.unverified("the token's signature doesn't match its key");
    }
    return claims(token, key);
  }

  private static DecodedJWT decode(String text) throws Rejection {
    boolean plain;
    DecodedJWT token;
    try {
      token = JWT.decode(text);
      // By its name before anything else: "none", or HS256 with the public key as its secret, must
      // not even be tried.
      plain =
          "RS256".equals(token.getAlgorithm()) && token.getHeaderClaim("crit").isMissing();
      token.getClaims(); // so that claims that are no object are noticed here
    } catch (JWTDecodeException | NullPointerException e) {
      // The latter is what java-jwt makes of a header or claims that are the JSON null.
      throw Rejection.unverified("the bearer token can't be read as a JWT");
    }
    if (!plain) {
      throw Rejection.unverified("the token is not signed by RS256 alone");
    }
    return token;
  }

  private SigningKey key(@Nullable String id) throws Rejection {
    if (id == null || id.isEmpty()) {
      throw Rejection.unverified("the token doesn't say which key signed it");
    }
    Optional<SigningKey> key = keys.find(id);
    if (key.isEmpty() && keys.areMissing()) {
      throw Rejection.unavailable(
          "Bot Framework's keys could not be had so far; an earlier line says why");
    }
    return key.orElseThrow(
        () -> Rejection.unverified(
            "the token's key is none of Bot Framework's; are INSTEAD_TEAMS_CLOUD and INSTEAD_TEAMS_OPENID_URL right?"));
  }

  private Claims claims(DecodedJWT token, SigningKey key) throws Rejection {
    if (!issuer.equals(token.getIssuer())) {
      throw Rejection.unverified(
          "the token is from another issuer; is INSTEAD_TEAMS_CLOUD right? Tokens of skills and of the Emulator are not taken");
    }
    List<String> audience = token.getAudience();
    if (audience == null || audience.size() != 1 || !appId.equalsIgnoreCase(audience.get(0))) {
      throw Rejection.unverified(
          "the token is for another bot; is INSTEAD_TEAMS_APP_ID this bot's?");
    }
    Long expires = token.getClaim("exp").asLong();
    Long notBefore = token.getClaim("nbf").asLong();
    if (expires == null || notBefore == null) {
      throw Rejection.unverified("the token doesn't say from when until when it holds");
    }
    return new Claims(
        key,
        issuer,
        audience.get(0),
        Optional.ofNullable(token.getClaim("serviceurl").asString()),
        notBefore,
        expires);
  }

  private void checkTime(Claims claims) throws Rejection {
    long now = clock.instant().getEpochSecond();
    if (now - SKEW.toSeconds() > claims.expires()) {
      throw Rejection.unverified(
          "the token expired more than %d minutes ago; is this machine's clock right?"
              .formatted(SKEW.toMinutes()));
    }
    if (now + SKEW.toSeconds() < claims.notBefore()) {
      throw Rejection.unverified(
          "the token holds only more than %d minutes from now; is this machine's clock right?"
              .formatted(SKEW.toMinutes()));
    }
  }

  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
