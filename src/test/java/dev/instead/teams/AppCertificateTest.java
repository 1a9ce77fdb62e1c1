package dev.instead.teams;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppCertificateTest {
  private static final String PASSWORD = "for-tests";

  @TempDir
  static Path directory;

  private static X509Certificate certificate;
  private static String certificatePem;
  private static String keyPem;

  /** With the JDK's own tool, so that no private key lies about in the sources. */
  @BeforeAll
  static void makeOne() throws Exception {
    Path file = directory.resolve("app.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "app",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=Instead",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("keytool.log").toFile())
        .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    certificate = (X509Certificate) store.getCertificate("app");
    certificatePem = pem("CERTIFICATE", certificate.getEncoded());
    keyPem = pem("PRIVATE KEY", store.getKey("app", PASSWORD.toCharArray()).getEncoded());
  }

  @Test
  void a_certificate_signs_a_short_lived_assertion_for_the_login_service() throws Exception {
    try (FakeTeams teams = new FakeTeams()) {
      AppCertificate proof = AppCertificate.of(FakeTeams.APP, certificatePem + keyPem);
      Credentials credentials = new Credentials(
          FakeTeams.APP,
          FakeTeams.TENANT,
          teams.login(),
          FakeTeams.SCOPE,
          List.of(proof),
          Clock.systemUTC());

      assertEquals("token-1", credentials.token());

      Map<String, String> form = teams.asked("token").get(0).form();
      assertEquals(
          "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
          form.get("client_assertion_type"));
      DecodedJWT assertion = JWT.require(
              Algorithm.RSA256((RSAPublicKey) certificate.getPublicKey(), null))
          .withIssuer(FakeTeams.APP)
          .withSubject(FakeTeams.APP)
          .withAudience(teams.login() + "/" + FakeTeams.TENANT + "/oauth2/v2.0/token")
          .build()
          .verify(form.get("client_assertion"));
      assertEquals(
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())),
          assertion.getHeaderClaim("x5t#S256").asString());
      assertTrue(
          Duration.between(assertion.getIssuedAtAsInstant(), assertion.getExpiresAtAsInstant())
                  .compareTo(Duration.ofMinutes(10))
              <= 0);
      assertEquals(36, assertion.getId().length());
    }
  }

  @Test
  void it_knows_when_it_expires() {
    assertEquals(
        certificate.getNotAfter().toInstant(),
        AppCertificate.of(FakeTeams.APP, keyPem + certificatePem).expires());
  }

  @Test
  void what_is_not_both_says_what_to_write_and_quotes_nothing() {
    for (String wrong : List.of(
        "", certificatePem, keyPem, keyPem.replace("PRIVATE", "RSA PRIVATE") + certificatePem)) {
      String said = String.valueOf(assertThrows(
              IllegalArgumentException.class, () -> AppCertificate.of(FakeTeams.APP, wrong))
          .getMessage());
      assertTrue(said.contains("openssl pkcs8"), said);
      assertTrue(said.startsWith("INSTEAD_TEAMS_CERTIFICATE"), said);
      assertTrue(said.length() < 300, said);
    }
  }

  @Test
  void the_key_of_another_certificate_is_noticed() throws Exception {
    String mine = certificatePem;
    String theirKey = keyPem;
    makeAnother();
    assertThrows(
        IllegalArgumentException.class, () -> AppCertificate.of(FakeTeams.APP, mine + keyPem));
    AppCertificate.of(FakeTeams.APP, mine + theirKey);
  }

  private static void makeAnother() throws Exception {
    Files.delete(directory.resolve("app.p12"));
    makeOne();
  }

  private static String pem(String what, byte[] der) throws IOException {
    return "-----BEGIN " + what + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der)
        + "\n-----END " + what + "-----\n";
  }
}
