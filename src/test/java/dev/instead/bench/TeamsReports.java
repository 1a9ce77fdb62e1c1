package dev.instead.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.TeamsPerson;
import dev.instead.playground.TeamsPost;
import dev.instead.playground.TeamsSender;
import dev.instead.playground.TeamsTenant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Dialogs of the message extension, filled in and sent; a new token each second, as Teams too uses a token more than once. */
final class TeamsReports implements Reports {
  private static final List<TeamsPerson> REPORTERS = IntStream.range(0, PEOPLE)
      .mapToObj(i -> TeamsPerson.employee(
          "be9c0000-0000-4000-8000-" + String.format("%012d", i),
          "Bench " + i,
          "Employee",
          "en-US"))
      .toList();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger SENT = new AtomicInteger();

  private final LocalTeams teams;
  private final URI bot;
  private final ObjectNode filledIn;
  private final ObjectNode typing;
  private final ObjectNode asked;
  private final Map<Instant, String> tokens = new ConcurrentHashMap<>();

  private TeamsReports(LocalTeams teams, URI bot, ObjectNode typing) {
    this.teams = teams;
    this.bot = bot;
    this.filledIn = typing;
    this.typing = typing;
    this.asked = typing;
  }

  /** The bot has heard nothing yet: what it would be sent is put down, and goes nowhere. */
  static TeamsReports ofStranger(Subject subject, LocalTeams teams) throws JsonProcessingException {
    URI nowhere = URI.create("http://127.0.0.1:9");
    try (TeamsSender people = new TeamsSender(teams, () -> nowhere)) {
      people.activity(SampleTenant.DEWI, "typing", chat(teams, SampleTenant.DEWI));
      ObjectNode typing = (ObjectNode) JSON.readTree(people.latest().body());
      return new TeamsReports(teams, subject.address().resolve("/api/messages"), typing);
    }
  }

  /** Meets the bot: it must know the channels of the teams, and one real dialog is the model of all that are sent. */
  TeamsReports(Subject subject, LocalTeams teams) throws JsonProcessingException {
    this.teams = teams;
    bot = subject.address().resolve("/api/messages");
    try (TeamsSender people = new TeamsSender(teams, subject::address)) {
      people.activity(SampleTenant.DEWI, "typing", chat(teams, SampleTenant.DEWI));
      typing = (ObjectNode) JSON.readTree(people.latest().body());
      teams
          .tenant()
          .channels()
          .forEach(channel -> people.news().addToTeam(SampleTenant.MAYA, channel.id()));
      people.commandBox(SampleTenant.DEWI, "report");
      people.submit(
          SampleTenant.DEWI, Map.of("link_field", Reports.post(0), "text_field", Reports.words(0)));
      filledIn = (ObjectNode) JSON.readTree(people.latest().body());
      people.say(SampleTenant.DEWI, "canipost " + Reports.question(0));
      asked = (ObjectNode) JSON.readTree(people.latest().body());
    }
  }

  /** The people that report. */
  static void meet(TeamsTenant tenant) {
    for (TeamsPerson person : REPORTERS) {
      tenant.put(person);
      tenant.joinTeam(person.aad());
      tenant.install(person.aad());
    }
  }

  @Override
  public HttpRequest next() {
    int i = SENT.incrementAndGet();
    return report(i, Reports.post(i), Reports.words(i));
  }

  /** Reports of this one post. */
  Reports of(String post) {
    return Reports.of(
        () -> {
          int i = SENT.incrementAndGet();
          return report(i, post, Reports.words(i));
        },
        this::isWell);
  }

  /** Reports that all go to one team, each of another post. */
  Reports refunds(Numbers numbers) {
    return Reports.of(
        () -> {
          int i = SENT.incrementAndGet();
          return report(i, Reports.post(i), WORDS.get(0));
        },
        numbers::readFrom);
  }

  /** Messages in one's chat with the bot; the answer comes as a message, within the request or after it. */
  Reports questions() {
    return Reports.of(
        () -> {
          int i = SENT.incrementAndGet();
          ObjectNode message = from(i, asked);
          return request(message.put("text", "canipost " + Reports.question(i)), token());
        },
        answer -> true);
  }

  /**
   * Presses of a button, each on another card.
   *
   * @param model a press that Teams sent
   */
  Reports presses(ObjectNode model, Numbers numbers) {
    return Reports.of(
        () -> {
          ObjectNode press = model.deepCopy().put("id", "f:" + UUID.randomUUID());
          press.put("replyToId", "1700" + SENT.incrementAndGet());
          press
              .withObjectProperty("value")
              .withObjectProperty("action")
              .withObjectProperty("data")
              .put("value", numbers.next());
          return request(press, token());
        },
        answer -> answer.contains("AdaptiveCard"));
  }

  /** What Teams sends when somebody presses <i>Take it</i> on a card that the bot posted. */
  ObjectNode press() throws JsonProcessingException {
    String post = "social.example/press/" + UUID.randomUUID();
    try (TeamsSender people = new TeamsSender(teams, () -> bot.resolve("/"))) {
      people.commandBox(SampleTenant.DEWI, "report");
      people.submit(
          SampleTenant.DEWI, Map.of("link_field", "https://" + post, "text_field", WORDS.get(0)));
      TeamsPost card = teams
          .tenant()
          .awaitPost(
              SampleTenant.SOCIAL,
              each -> each.everything().contains(post),
              Duration.ofSeconds(30));
      people.press(SampleTenant.ANA, card, "case.take");
      return (ObjectNode) JSON.readTree(people.latest().body());
    }
  }

  private HttpRequest report(int i, String post, String words) {
    ObjectNode activity = from(i, filledIn);
    activity
        .withObjectProperty("value")
        .withObjectProperty("data")
        .put("op", UUID.randomUUID().toString())
        .put("link_field", post)
        .put("text_field", words);
    return request(activity, token());
  }

  private static ObjectNode from(int i, ObjectNode model) {
    TeamsPerson person = REPORTERS.get(i % PEOPLE);
    ObjectNode activity = model.deepCopy().put("id", "f:" + UUID.randomUUID());
    activity
        .withObjectProperty("from")
        .put("id", person.remoteId())
        .put("name", person.name())
        .put("aadObjectId", person.aad());
    activity.withObjectProperty("conversation").put("id", person.chat());
    return activity;
  }

  private String token() {
    Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return tokens.computeIfAbsent(second, this::token);
  }

  /** That somebody types: checked like any other activity, under a token of its own, and nothing comes of it. */
  HttpRequest typing(int i) {
    String fresh = token(Instant.now().minusSeconds(2L * i));
    return request(typing.deepCopy().put("id", "f:" + UUID.randomUUID()), fresh);
  }

  private String token(Instant at) {
    return teams.keys().token(TeamsTenant.APP, teams.serviceUrl(), at);
  }

  private HttpRequest request(ObjectNode activity, String token) {
    return HttpRequest.newBuilder(bot)
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Authorization", "Bearer " + token)
        .POST(HttpRequest.BodyPublishers.ofString(activity.toString()))
        .build();
  }

  private static String chat(LocalTeams teams, String person) {
    return teams.tenant().person(person).orElseThrow().chat();
  }
}
