package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The app's certificate and its private key, which sign a short-lived assertion in place of a client secret.
 *
 * <p>https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
public final class AppCertificate implements Proof {
  private static final Duration ASSERTION_HOLDS = Duration.ofMinutes(10);
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);
  private static final String REMEDY =
      " Write the certificate and its key, unencrypted, one below the other: openssl pkcs8 -topk8 -nocrypt -in key.pem >> teams.pem";
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  private final String appId;
  private final X509Certificate certificate;
  private final RSAPrivateKey key;

  private AppCertificate(String appId, X509Certificate certificate, RSAPrivateKey key) {
    this.appId = appId;
    this.certificate = certificate;
    this.key = key;
  }

  /**
   * Reads the text of a PEM file.
   *
   * @throws IllegalArgumentException whose message says what is wrong with it and what to do, and quotes nothing of it
   */
  public static AppCertificate of(String appId, String pem) {
    try {
      X509Certificate certificate = certificate(pem);
      RSAPrivateKey key = key(pem);
      if (!((RSAPublicKey) certificate.getPublicKey()).getModulus().equals(key.getModulus())) {
        throw new IllegalArgumentException(
            "INSTEAD_TEAMS_CERTIFICATE: the private key is not the certificate's." + REMEDY);
      }
      return new AppCertificate(appId, certificate, key);
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IllegalArgumentException(
          "INSTEAD_TEAMS_CERTIFICATE holds no RSA certificate with its key." + REMEDY, e);
    }
  }

  /** Until when Microsoft Entra takes it. */
  public Instant expires() {
    return certificate.getNotAfter().toInstant();
  }

  @Override
  public String name() {
    return "the certificate of INSTEAD_TEAMS_CERTIFICATE";
  }

  @Override
  public Map<String, String> fields(String endpoint, Instant now) {
    String assertion = JWT.create()
        .withHeader(Map.of("x5t#S256", thumbprint()))
        .withAudience(endpoint)
        .withIssuer(appId)
        .withSubject(appId)
        .withJWTId(UUID.randomUUID().toString())
        .withIssuedAt(now)
        .withNotBefore(now.minus(CLOCKS_MAY_DIFFER))
        .withExpiresAt(now.plus(ASSERTION_HOLDS))
        .sign(Algorithm.RSA256(null, key));
    return Map.of(
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        assertion);
  }

  private String thumbprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("Every Java has SHA-256, and the certificate was read", impossible);
    }
  }

  private static X509Certificate certificate(String pem) throws CertificateException {
    Matcher found = CERTIFICATE.matcher(pem);
    if (!found.find()) {
      throw new CertificateException("no certificate");
    }
    return (X509Certificate) CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(found.group().getBytes(UTF_8)));
  }

  private static RSAPrivateKey key(String pem) throws GeneralSecurityException {
    Matcher found = KEY.matcher(pem);
    if (!found.find()) {
      throw new GeneralSecurityException("no key");
    }
    byte[] der = Base64.getMimeDecoder().decode(found.group(1));
    PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    return (RSAPrivateKey) key;
  }
}
