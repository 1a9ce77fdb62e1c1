package dev.instead.teams;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Fetches the two documents that say which keys Bot Framework signs with: the OpenID configuration, and the keys that it points to. Every
 * step has a time and a size limit, and redirects are not followed.
 */
final class KeyDocuments {
  /** Microsoft's list of keys has some 10 KB. */
  private static final int LARGEST = 256 * 1024;

  private static final int MOST_KEYS = 100;
  private static final int WEAKEST_BITS = 2048;
  private static final int LONGEST_BITS = 8192;
  private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(20).build())
          .build())
      .build();

  private final HttpUrl openId;
  private final OkHttpClient http;

  /** @param patience for connecting, and for every silence while reading; a document may take twice as long in all */
  KeyDocuments(URI openId, Duration patience) {
    this.openId = HttpUrl.get(openId.toString());
    this.http = new OkHttpClient.Builder()
        .connectTimeout(patience)
        .readTimeout(patience)
        .callTimeout(patience.multipliedBy(2))
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .build();
  }

  /**
   * The keys by their ids, at least one.
   *
   * @throws IOException when there is no answer, or none that makes sense
   */
  Map<String, SigningKey> fetch() throws IOException {
    HttpUrl keysAt = keysAt(json(openId).path("jwks_uri").asText());
    Map<String, SigningKey> keys = new HashMap<>();
    for (JsonNode entry : json(keysAt).path("keys")) {
      if (keys.size() < MOST_KEYS) {
        key(entry).ifPresent(key -> keys.put(key.id(), key));
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("no usable key at " + keysAt.host());
    }
    return Map.copyOf(keys);
  }

  /** Keys that came without TLS would be anybody's, unless the configuration itself did, which is for this machine only. */
  private HttpUrl keysAt(String text) throws IOException {
    HttpUrl address = HttpUrl.parse(text);
    if (address == null || (openId.isHttps() && !address.isHttps())) {
      throw new IOException("the OpenID configuration names no https address of keys");
    }
    return address;
  }

  private JsonNode json(HttpUrl address) throws IOException {
    Request request =
        new Request.Builder().url(address).header("Accept", "application/json").build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IOException("status " + response.code() + " from " + address.host());
      }
      BufferedSource source = response.body().source();
      if (source.request(LARGEST + 1L)) {
        throw new IOException("over " + LARGEST + " bytes from " + address.host());
      }
      return JSON.readTree(source.readByteArray());
    }
  }

  /** Empty for what is no RSA key for signatures: others may stand in the list. */
  private static Optional<SigningKey> key(JsonNode entry) {
    String id = entry.path("kid").asText();
    boolean signs = entry.path("use").asText("sig").equals("sig");
    if (id.isEmpty() || !signs || !entry.path("kty").asText().equals("RSA")) {
      return Optional.empty();
    }
    return rsa(entry.path("n").asText(), entry.path("e").asText())
        .map(key -> new SigningKey(id, key, endorsements(entry)));
  }

  private static Optional<RSAPublicKey> rsa(String modulus, String exponent) {
    try {
      BigInteger n = number(modulus);
      if (n.bitLength() < WEAKEST_BITS || n.bitLength() > LONGEST_BITS) {
        return Optional.empty();
      }
      return Optional.of((RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, number(exponent))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty(); // no number, or no key: one bad entry doesn't spoil the list
    }
  }

  private static BigInteger number(String text) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(text));
  }

  private static Set<String> endorsements(JsonNode entry) {
    Set<String> endorsements = new HashSet<>();
    entry.path("endorsements").forEach(channel -> endorsements.add(channel.asText()));
    return endorsements;
  }
}
