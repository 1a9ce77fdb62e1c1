package dev.instead.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import dev.instead.config.Secret;
import dev.instead.config.TeamsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's tokens for Bot Framework: asked of the tenant where the app is registered, held until shortly before they expire, asked for
 * by one at a time. botbuilder's own way (MSAL) knows one secret only, and no tenant of a single-tenant bot.
 *
 * <p>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
public final class Credentials extends MicrosoftAppCredentials {
  /** So long before its end a token is renewed; meanwhile the old one is used. */
  private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);

  /** A token that ends within this may end on its way. */
  private static final Duration TOO_LATE = Duration.ofSeconds(10);

  /** Between two requests, when the first failed. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final int LONGEST_PEM = 64 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

  private final String endpoint;
  private final List<Proof> proofs;
  private final Clock clock;
  // A client of its own: senders that fill the other's places wait for what this one brings.
  private final OkHttpClient http = new OkHttpClient.Builder()
      .dispatcher(Connector.dispatcher("teams-token"))
      .connectTimeout(PATIENCE.dividedBy(2))
      .callTimeout(PATIENCE)
      .followRedirects(false)
      .build();

  private volatile @Nullable Token held;
  private CompletableFuture<Token> asked = CompletableFuture.failedFuture(new IOException());
  private Instant askAgain = Instant.MIN;

  private record Token(String value, Instant renewAt, Instant until) {}

  /**
   * The credentials of one app.
   *
   * @param login where tokens are had, e.g. {@code https://login.microsoftonline.com}, without a final slash
   * @param scope what they are for, e.g. {@code https://api.botframework.com/.default}
   * @param proofs tried in this order
   * @param clock the real one: tokens don't follow the product's
   */
  public Credentials(
      String appId, String tenant, String login, String scope, List<Proof> proofs, Clock clock) {
    super(appId, "", tenant, scope);
    this.endpoint = login + "/" + tenant + "/oauth2/v2.0/token";
    this.proofs = List.copyOf(proofs);
    this.clock = clock;
  }

  /**
   * The credentials that an operator set.
   *
   * @throws IllegalArgumentException whose message says what is wrong with the certificate's file and what to do
   */
  public static Credentials of(TeamsSettings settings, Clock clock) {
    return with(proofs(settings), settings, clock);
  }

  /**
   * The same with each of the secrets alone, by what the secret is called.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Map<String, Credentials> each(TeamsSettings settings, Clock clock) {
    Map<String, Credentials> each = new LinkedHashMap<>();
    proofs(settings)
        .forEach(proof -> each.put(proof.name(), with(List.of(proof), settings, clock)));
    return each;
  }

  private static List<Proof> proofs(TeamsSettings settings) {
    List<Proof> proofs = new ArrayList<>();
    certificate(settings).ifPresent(proofs::add);
    String setting = TeamsSettings.PASSWORD.name();
    List<Secret> passwords = settings.passwords();
    for (int i = 0; i < passwords.size(); i++) {
      String name = passwords.size() == 1 ? setting : "number " + (i + 1) + " of " + setting;
      proofs.add(new Proof.Password(name, passwords.get(i)));
    }
    return proofs;
  }

  private static Credentials with(List<Proof> proofs, TeamsSettings settings, Clock clock) {
    return new Credentials(
        settings.appId(),
        settings.tenant(),
        settings.login().toString(),
        settings.cloud().scope(),
        proofs,
        clock);
  }

  /** The certificate that an operator set, read from its file. */
  public static Optional<AppCertificate> certificate(TeamsSettings settings) {
    return settings.certificate().map(file -> {
      try (InputStream in = Files.newInputStream(file)) {
        String pem = new String(in.readNBytes(LONGEST_PEM), StandardCharsets.US_ASCII);
        return AppCertificate.of(settings.appId(), pem);
      } catch (IOException e) {
        throw new IllegalArgumentException(
            TeamsSettings.CERTIFICATE.name() + " names " + file + ", which can't be read ("
                + e.getClass().getSimpleName()
                + "). Check the path and that the account that runs this program may read it.",
            e);
      }
    });
  }

  /** Microsoft Entra refuses the app itself, so nothing can be sent until somebody mends that. */
  public static final class Refused extends RuntimeException {
    private final String remedy;

    Refused(String reason, String remedy) {
      super(reason);
      this.remedy = remedy;
    }

    /** What happened, in words for operators, without secrets. */
    public String reason() {
      return String.valueOf(getMessage());
    }

    public String remedy() {
      return remedy;
    }
  }

  @Override
  public CompletableFuture<String> getToken() {
    Instant now = clock.instant();
    Token token = held;
    if (token != null && now.isBefore(token.renewAt())) {
      return CompletableFuture.completedFuture(token.value());
    }
    CompletableFuture<Token> next = next(now);
    return token != null && now.isBefore(token.until())
        ? CompletableFuture.completedFuture(token.value())
        : next.thenApply(Token::value);
  }

  /**
   * A token, waited for.
   *
   * @throws IOException when the login service gave no answer, or one that another time may be better
   * @throws Refused when it refuses the app
   */
  public String token() throws IOException {
    try {
      return getToken().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      String reason = e.getCause() instanceof IOException known ? known.getMessage() : null;
      throw new IOException(reason == null ? "No token" : "No token: " + reason, e);
    } catch (TimeoutException e) {
      throw new IOException("No token in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for a token", e);
    }
  }

  /** A service refused this token: the next one is asked for at once. */
  synchronized void forget(String token) {
    Token now = held;
    if (now != null && now.value().equals(token)) {
      held = null;
      askAgain = Instant.MIN;
    }
  }

  /** The token that is being asked for, or was within the last seconds. */
  private synchronized CompletableFuture<Token> next(Instant now) {
    if (asked.isDone() && !now.isBefore(askAgain)) {
      askAgain = now.plus(PAUSE);
      asked = ask(0).thenApply(token -> {
        held = token;
        return token;
      });
    }
    return asked;
  }

  private CompletableFuture<Token> ask(int which) {
    Proof proof = proofs.get(which);
    FormBody.Builder form = new FormBody.Builder()
        .add("grant_type", "client_credentials")
        .add("client_id", getAppId())
        .add("scope", oAuthScope());
    Instant now = clock.instant();
    proof.fields(endpoint, now).forEach(form::add);
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    http.newCall(new Request.Builder().url(endpoint).post(form.build()).build())
        .enqueue(new Reader(answered));
    return answered.thenCompose(answer -> {
      if (answer.refusesTheProof() && which + 1 < proofs.size()) {
        LOG.warn(
            "Microsoft Entra refuses {} ({}); {} is tried. Remove the first from the settings, or put it right.",
            proof.name(),
            answer.said(),
            proofs.get(which + 1).name());
        return ask(which + 1);
      }
      return token(answer, proof, now);
    });
  }

  private CompletableFuture<Token> token(Answer answer, Proof proof, Instant now) {
    String value = answer.json().path("access_token").asText();
    if (answer.status() == 200 && !value.isEmpty()) {
      Duration holds = Duration.ofSeconds(answer.json().path("expires_in").asLong(3600));
      Duration early = shorter(RENEWED_BEFORE, holds.dividedBy(2));
      return CompletableFuture.completedFuture(
          new Token(value, now.plus(holds).minus(early), now.plus(holds).minus(TOO_LATE)));
    }
    return CompletableFuture.failedFuture(
        answer.status() == 429 || answer.status() >= 500 || answer.status() == 200
            ? new IOException("The login service answered " + answer.said())
            : refused(answer, proof));
  }

  private static Refused refused(Answer answer, Proof proof) {
    return new Refused(
        "Microsoft Entra gives the bot no token (" + answer.said() + ")",
        answer.refusesTheProof()
            ? "Put " + proof.name()
                + " right: it is wrong or has expired. Make a new one under Certificates & secrets of the app registration."
            : "Check INSTEAD_TEAMS_APP_ID, INSTEAD_TEAMS_TENANT_ID and INSTEAD_TEAMS_LOGIN_URL.");
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private record Answer(int status, JsonNode json) {
    boolean refusesTheProof() {
      return "invalid_client".equals(json.path("error").asText());
    }

    /** Its status, and Entra's words and numbers for an error; no descriptions, which name more than a log needs. */
    String said() {
      String word = json.path("error").asText().replaceAll("[^A-Za-z_]", "");
      int code = json.path("error_codes").path(0).asInt();
      return "HTTP " + status + (word.isEmpty() ? "" : ", " + word)
          + (code == 0 ? "" : ", AADSTS" + code);
    }
  }

  private record Reader(CompletableFuture<Answer> answered) implements Callback {
    @Override
    public void onFailure(Call call, IOException e) {
      answered.completeExceptionally(new IOException(
          "the login service could not be reached (" + e.getClass().getSimpleName() + ")"));
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        answered.complete(
            new Answer(response.code(), json(response.peekBody(LONGEST_ANSWER).string())));
      } catch (IOException e) {
        onFailure(call, e);
      }
    }

    private static JsonNode json(String body) {
      try {
        JsonNode read = JSON.readTree(body);
        return read == null ? JSON.missingNode() : read;
      } catch (JsonProcessingException e) {
        return JSON.missingNode(); // a proxy's page: its status says enough
      }
    }
  }
}
