package dev.instead.playground;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The login service: gives the app tokens for its secret or certificate, and knows which of them are still good. */
public final class TeamsTokens {
  static final String SCOPE = "https://api.botframework.com/.default";
  static final Duration LIFE = Duration.ofHours(1);

  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** A refusal as the login service words it. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;
    final String error;

    Refused(int status, String error, String description) {
      super(description, null, false, false);
      this.status = status;
      this.error = error;
    }
  }

  private final Clock clock;
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private final List<PublicKey> certificates = new CopyOnWriteArrayList<>();
  private final Map<String, Instant> given = new ConcurrentHashMap<>();

  TeamsTokens(Clock clock) {
    this.clock = clock;
  }

  /** The app may also use this secret: two are valid while one replaces the other. */
  public void addSecret(String secret) {
    secrets.add(secret);
  }

  public void removeSecret(String secret) {
    secrets.remove(secret);
  }

  /** The app may also prove itself with the private key that belongs to this one. */
  public void addCertificate(PublicKey key) {
    certificates.add(key);
  }

  /** Every token given out so far is worth nothing from now on. */
  public void expireAll() {
    given.clear();
  }

  /** {@code at} is the address that was asked, {@code tenant} the tenant in it. */
  String give(String tenant, String at, Arguments asked) {
    if (!tenant.equals(TeamsTenant.TENANT)) {
      throw new Refused(400, "invalid_request", "AADSTS90002: Tenant '" + tenant + "' not found.");
    }
    if (!need(asked, "grant_type").equals("client_credentials")) {
      throw new Refused(
          400,
          "unsupported_grant_type",
          "AADSTS70003: The app requested an unsupported grant type.");
    }
    if (!need(asked, "scope").equals(SCOPE)) {
      throw new Refused(400, "invalid_scope", "AADSTS70011: The provided scope is not valid.");
    }
    if (!need(asked, "client_id").equals(TeamsTenant.APP)) {
      throw new Refused(
          400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.");
    }
    prove(at, asked);
    String token = "local." + UUID.randomUUID();
    given.put(token, clock.instant().plus(LIFE));
    return token;
  }

  private void prove(String at, Arguments asked) {
    if (asked.text("client_assertion_type").equals(ASSERTION)) {
      String assertion = need(asked, "client_assertion");
      if (certificates.stream()
          .noneMatch(key -> ClientAssertion.holds(assertion, key, at, clock.instant()))) {
        throw new Refused(
            401, "invalid_client", "AADSTS700027: Client assertion failed signature validation.");
      }
      return;
    }
    String secret = need(asked, "client_secret");
    if (secrets.stream().noneMatch(known -> same(known, secret))) {
      throw new Refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    }
  }

  boolean isGood(String header) {
    String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    return Optional.ofNullable(given.get(token))
        .filter(clock.instant()::isBefore)
        .isPresent();
  }

  private static String need(Arguments asked, String name) {
    String value = asked.text(name);
    if (value.isEmpty()) {
      throw new Refused(
          400,
          "invalid_request",
          "AADSTS900144: The request body must contain the following parameter: '" + name + "'.");
    }
    return value;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
