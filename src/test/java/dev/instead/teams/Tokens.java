package dev.instead.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes tokens by hand, good and forged ones, and the keys that show which is which. */
final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Tokens() {}

  static KeyPair keys(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, Object> header(String algorithm, String key) {
    return new HashMap<>(Map.of("alg", algorithm, "typ", "JWT", "kid", key));
  }

  static String signed(Map<String, Object> header, Map<String, Object> claims, KeyPair keys) {
    try {
      String text = text(header, claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The trick of taking the public key, which everybody has, for a shared secret. */
  static String signedWithPublicKey(
      Map<String, Object> header, Map<String, Object> claims, KeyPair keys) {
    try {
      String text = text(header, claims);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
      return text + "." + base64(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
    return text(header, claims) + ".";
  }

  /** An entry in the list of keys, as Microsoft writes it. */
  static Map<String, Object> jwk(String id, KeyPair keys, List<String> endorsements) {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return new HashMap<>(Map.of(
        "kty",
        "RSA",
        "use",
        "sig",
        "kid",
        id,
        "n",
        base64(key.getModulus()),
        "e",
        base64(key.getPublicExponent()),
        "endorsements",
        endorsements));
  }

  static <T> T with(T value, Consumer<T> change) {
    change.accept(value);
    return value;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Map<String, Object> header, Map<String, Object> claims) {
    return base64(json(header).getBytes(UTF_8)) + "." + base64(json(claims).getBytes(UTF_8));
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return base64(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
