package dev.instead.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** The key that the local Teams signs its requests with: made at the start, published, and replaceable. */
public final class TeamsKeys {
  public static final String ISSUER = "https://api.botframework.com";

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Duration LIFE = Duration.ofHours(1);

  private record Key(String id, KeyPair pair) {}

  private volatile Key key = fresh();

  TeamsKeys() {}

  /** From now on another key signs, and only that one is published. */
  public void rotate() {
    key = fresh();
  }

  /** The token that Teams sends along with an activity from this service address. */
  public String token(String audience, String serviceUrl, Instant now) {
    ObjectNode claims = Json.object()
        .put("serviceurl", serviceUrl)
        .put("nbf", now.minus(SKEW).getEpochSecond())
        .put("exp", now.plus(LIFE).getEpochSecond())
        .put("iss", ISSUER)
        .put("aud", audience);
    return sign(claims);
  }

  /** A token of any claims, signed as always: what a forger with this key could do. */
  String sign(ObjectNode claims) {
    Key now = key;
    ObjectNode header = Json.object()
        .put("alg", "RS256")
        .put("kid", now.id())
        .put("x5t", now.id())
        .put("typ", "JWT");
    String signed = base64(Json.bytes(header)) + "." + base64(Json.bytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(now.pair().getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java can't sign with RS256", e);
    }
  }

  /** The OpenID document, as {@code login.botframework.com} has it. */
  static ObjectNode document(String address) {
    ObjectNode document = Json.object()
        .put("issuer", ISSUER)
        .put("authorization_endpoint", "https://invalid.botframework.com")
        .put("jwks_uri", address + "/keys");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
    return document;
  }

  /** The published keys. */
  ObjectNode published() {
    Key now = key;
    RSAPublicKey open = (RSAPublicKey) now.pair().getPublic();
    ObjectNode keys = Json.object();
    ObjectNode one = keys.putArray("keys").addObject();
    one.put("kty", "RSA").put("use", "sig").put("kid", now.id()).put("x5t", now.id());
    one.put("n", base64(unsigned(open.getModulus())));
    one.put("e", base64(unsigned(open.getPublicExponent())));
    one.putArray("endorsements").add("msteams");
    return keys;
  }

  private static Key fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new Key(UUID.randomUUID().toString(), generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java can't make an RSA key", e);
    }
  }

  /** Big-endian without the sign's zero byte: what a JWK holds. */
  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
