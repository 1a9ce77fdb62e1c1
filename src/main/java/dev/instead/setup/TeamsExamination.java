package dev.instead.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.instead.config.TeamsSettings;
import dev.instead.people.AddressBook.Spot;
import dev.instead.teams.AppCertificate;
import dev.instead.teams.Connector;
import dev.instead.teams.Connector.Reply;
import dev.instead.teams.Credentials;
import dev.instead.teams.ServiceHosts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at everything of Teams' that the bot depends on. */
final class TeamsExamination {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How many days before its end a secret is spoken of, and when that turns into a problem. */
  private static final long SOON = 30;

  private static final long THIS_WEEK = 7;
  private static final long TOMORROW = 1;

  /** The smallest page that Teams gives. */
  private static final int PAGE = 50;

  private static final String NEW_SECRET =
      "Make a new one under Certificates & secrets of the app registration; with INSTEAD_TEAMS_APP_PASSWORD=new,old both hold meanwhile.";

  private final TeamsSettings settings;
  private final List<Spot> spots;
  private final HttpClient http;
  private final Clock clock;
  private final Consumer<Finding> told;
  private Optional<Connector> connector = Optional.empty();

  TeamsExamination(
      TeamsSettings settings,
      List<Spot> spots,
      HttpClient http,
      Clock clock,
      Consumer<Finding> told) {
    this.settings = settings;
    this.spots = spots;
    this.http = http;
    this.clock = clock;
    this.told = told;
  }

  /** Whether the keys can be had that requests from Teams are checked with. */
  void signingKeys() throws InterruptedException {
    URI openId = settings.openId();
    try {
      HttpResponse<String> document = get(openId);
      told.accept(ClockExamination.of(
          "Teams", document.headers().firstValue("date").orElse(""), clock.instant()));
      String keys = json(document).path("jwks_uri").asText();
      boolean has =
          !keys.isEmpty() && !json(get(openId.resolve(keys))).path("keys").isEmpty();
      told.accept(
          has
              ? Finding.ok("The keys of Teams' signatures can be had at " + openId + ".")
              : Finding.problem(
                  openId + " names no signing keys.",
                  "Check INSTEAD_TEAMS_OPENID_URL and any proxy."));
    } catch (IOException | IllegalArgumentException e) {
      told.accept(
          Finding.problem(
              "The keys of Teams' signatures can't be had at " + openId + ".",
              "Check that this machine may reach it; without them every request from Teams is refused."));
    }
  }

  /** How long the secret or the certificate still holds. */
  void expiry() {
    Optional<LocalDate> last = settings.secretExpires();
    try {
      last = Credentials.certificate(settings)
          .map(AppCertificate::expires)
          .map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC))
          .or(settings::secretExpires);
    } catch (IllegalArgumentException unreadable) {
      // Asking for a token says so.
    }
    told.accept(last.map(this::expiry)
        .orElseGet(() -> Finding.warn(
            "Nobody is told before the client secret expires.",
            "Set INSTEAD_TEAMS_SECRET_EXPIRES to the day that Certificates & secrets shows.")));
  }

  private Finding expiry(LocalDate last) {
    long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), last);
    String what = days < 0
        ? "The bot's secret for Teams expired on " + last + "."
        : "The bot's secret for Teams expires on " + last + ", "
            + (days == 0 ? "today." : days == 1 ? "tomorrow." : "in " + days + " days.");
    if (days > SOON) {
      return Finding.ok(what);
    }
    return days > TOMORROW
        ? Finding.warn(what, (days <= THIS_WEEK ? "Do it this week. " : "") + NEW_SECRET)
        : Finding.problem(what, NEW_SECRET);
  }

  /** Whether Microsoft Entra gives the bot a token; if not, nothing else can be asked. */
  boolean token() {
    try {
      Credentials credentials = Credentials.of(settings, clock);
      credentials.token();
      connector = Optional.of(
          new Connector(credentials, new ServiceHosts(settings.serviceHosts()), settings.tenant()));
      told.accept(Finding.ok("Microsoft Entra knows the bot and gives it a token."));
      otherSecrets();
    } catch (Credentials.Refused e) {
      told.accept(Finding.problem(e.reason() + ".", e.remedy()));
    } catch (IllegalArgumentException e) {
      told.accept(Finding.problem(String.valueOf(e.getMessage()), ""));
    } catch (IOException e) {
      told.accept(Finding.problem(
          "The login service at " + settings.login() + " gives no token now.",
          "Check that this machine may reach it, and INSTEAD_TEAMS_LOGIN_URL."));
    }
    return connector.isPresent();
  }

  /** One secret that holds is enough for now, but the others were meant to hold as well. */
  private void otherSecrets() throws IOException {
    Map<String, Credentials> each = Credentials.each(settings, clock);
    if (each.size() < 2) {
      return;
    }
    for (Map.Entry<String, Credentials> one : each.entrySet()) {
      try {
        one.getValue().token();
      } catch (Credentials.Refused e) {
        told.accept(Finding.warn(
            "Microsoft Entra refuses " + one.getKey() + "; another secret is used meanwhile.",
            "Put it right, or take it out of the settings."));
      }
    }
  }

  /** Whether the bot is in a conversation that the policy names, and can see who else is. */
  void conversation(String of, String id) {
    Optional<Spot> spot = spots.stream()
        .filter(known -> known.channel().id().equals(id))
        .filter(known -> known.channel().workspace().equals(settings.tenant()))
        .findFirst();
    told.accept(
        spot.map(known -> conversation(of, known))
            .orElseGet(
                () -> Finding.problem(
                    "The bot has never been seen in the channel " + id + " (" + of + ").",
                    "Add the app to the channel's team while the bot is running, or mention it there once. Check the id in the policy.")));
  }

  private Finding conversation(String of, Spot spot) {
    String name = spot.name().isEmpty() ? "" : spot.name() + ", ";
    String where = "The channel " + name + spot.channel().id() + " (" + of + ")";
    try {
      Reply reply =
          connector.orElseThrow().members(spot.service(), spot.channel().id(), PAGE, "");
      return switch (reply.status()) {
        case 200 -> Finding.ok(where + ": the bot is in.");
        case 403 ->
          Finding.problem(
              where + ": the bot isn't in it (" + reply.error() + ").",
              "Add the app to the channel's team.");
        case 404 ->
          Finding.problem(where + " isn't there any more.", "Name another channel in the policy.");
        default -> unclear(where, "HTTP " + reply.status());
      };
    } catch (Connector.ForbiddenService e) {
      return Finding.problem(
          where + ": " + e.getMessage() + ".", "Add the host to the list if it is Microsoft's.");
    } catch (IOException | Credentials.Refused e) {
      return unclear(where, e.getClass().getSimpleName());
    }
  }

  private static Finding unclear(String what, String error) {
    return Finding.warn(
        what + " can't be looked at now (" + error + ").", "Ask the doctor again in a minute.");
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    return http.send(request, BodyHandlers.ofString(UTF_8));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      JsonNode read = new ObjectMapper().readTree(answer.body());
      return read == null ? new ObjectMapper().missingNode() : read;
    } catch (JsonProcessingException e) {
      return new ObjectMapper().missingNode(); // some page, and no keys in it
    }
  }
}
