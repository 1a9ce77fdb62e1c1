package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.Activity;
import dev.instead.notice.Notice;
import dev.instead.office.KnownAddresses;
import dev.instead.office.Office;
import dev.instead.people.AddressBook;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.policy.Members;
import dev.instead.policy.Policies;
import dev.instead.policy.Policy;
import dev.instead.policy.Team;
import dev.instead.report.CaseNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The office with a door to Teams: activities go in as Teams sends them, and what the routes answer and whisper is kept. Social Care works on Teams. */
final class TeamsOffice implements AutoCloseable {
  static final String CHANNEL = "19:0123456789abcdef0123456789abcdef@thread.tacv2";
  static final String GENERAL = "19:TeamGeneralTeamGeneralTeamGeneral1@thread.tacv2";
  static final String CHAT = "a:1personalPersonalPersonalPersonalPersonalPersonal";

  /** An employee, two of Social Care, a guest; as the recorded activities name them. */
  static final Person ALICE = person("0a11ce00-0000-4000-8000-000000000001");

  static final Person BOB = person("0b0b0000-0000-4000-8000-000000000002");
  static final Person CAROL = person("0ca00000-0000-4000-8000-000000000003");
  static final Person GUEST = person("0e000000-0000-4000-8000-00000000000e");

  private static final Path FIXTURES = Path.of("src/test/resources/teams");
  private static final ObjectMapper JSON = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  final Office office = new Office(policy());
  final AddressBook book;
  final Map<Person, String> seen = new HashMap<>();
  final List<AddressBook.Spot> entered = new ArrayList<>();
  final Whispered whisper = new Whispered();
  final TeamsRoutes routes;

  private final AtomicInteger names = new AtomicInteger();

  TeamsOffice() {
    this(office -> new KnownAddresses());
  }

  TeamsOffice(Function<Office, AddressBook> books) {
    book = books.apply(office);
    office
        .directory
        .knows(ALICE, "Alice Example", "en-GB", Profile.Standing.COLLEAGUE)
        .knows(BOB, "Bob Example", "en-GB", Profile.Standing.COLLEAGUE)
        .knows(CAROL, "Carol Example", "en-GB", Profile.Standing.COLLEAGUE)
        .knows(GUEST, "Gus Guest", "en-GB", Profile.Standing.GUEST);
    routes = new TeamsRoutes(
        office.useCases(),
        office.desks.briefing(),
        book,
        seen::put,
        entered::add,
        whisper,
        this::op,
        office.clock);
  }

  /** Said beside the answers to requests. */
  record Said(Place place, Optional<Person> only, TeamsMessage message) {}

  static final class Whispered implements Whisper {
    final List<Said> all = new ArrayList<>();
    final List<TeamsMessage> hints = new ArrayList<>();

    @Override
    public void here(Place place, TeamsMessage message) {
      all.add(new Said(place, Optional.empty(), message));
    }

    @Override
    public void hint(Place place, Person person, TeamsMessage message) {
      privately(place, person, message);
      hints.add(message);
    }

    @Override
    public void privately(Place place, Person person, TeamsMessage message) {
      all.add(new Said(place, Optional.of(person), message));
    }
  }

  /** A name that no form had before. */
  String op() {
    return "op-name-" + names.incrementAndGet();
  }

  // ---- what Teams sends

  ObjectNode fixture(String file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(FIXTURES.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<InvokeResponse> sends(ObjectNode activity) {
    activity.remove(
        "timestamp"); // botbuilder's own mapper can't read all of them; ours does, elsewhere.
    activity.remove("localTimestamp");
    try {
      return routes.arrived(JSON.treeToValue(activity, Activity.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writes(Person person, String text) {
    sends(message(person, text));
  }

  ObjectNode message(Person person, String text) {
    ObjectNode message = from(person, fixture("composed/inbound/message.personal.json"));
    message.remove("attachments");
    return message.put("text", text).put("id", fresh());
  }

  ObjectNode mention(Person person, String text) {
    ObjectNode message =
        from(person, fixture("composed/inbound/message.channel.mention.newPost.json"));
    return message.put("text", "<at>Helpdesk</at>&nbsp; " + text + "\n").put("id", fresh());
  }

  /** An Action.Execute on a message of Social Care's channel. */
  ObjectNode press(Person person, String verb, String value, String card) {
    ObjectNode press =
        from(person, fixture("composed/inbound/invoke.adaptiveCard.action.manual.channel.json"));
    ((ObjectNode) press.at("/value/action")).put("verb", verb).set("data", data(verb, value));
    return press.put("replyToId", card).put("id", "f:" + fresh());
  }

  /** An Action.Execute on a message of the personal chat. */
  ObjectNode pressAtHome(Person person, String verb, String value) {
    ObjectNode press = from(person, fixture("captured/invoke.adaptiveCard.action.personal.json"));
    ((ObjectNode) press.at("/value/action")).put("verb", verb).set("data", data(verb, value));
    ((ObjectNode) press.get("conversation")).put("tenantId", Office.TENANT).put("id", CHAT);
    ((ObjectNode) press.at("/channelData/tenant")).put("id", Office.TENANT);
    return press.put("id", "f:" + fresh());
  }

  ObjectNode fetch(Person person, String verb, String value) {
    ObjectNode fetch = from(person, fixture("composed/inbound/invoke.task.fetch.json"));
    ((ObjectNode) fetch.get("value")).set("data", data(verb, value));
    return fetch.put("id", "f:" + fresh());
  }

  ObjectNode submit(
      Person person, String verb, String value, String op, Map<String, String> fields) {
    ObjectNode submit = from(person, fixture("composed/inbound/invoke.task.submit.json"));
    ObjectNode data = data(verb, value).put(Verbs.OP, op);
    fields.forEach(data::put);
    ((ObjectNode) submit.get("value")).set("data", data);
    return submit.put("id", "f:" + fresh());
  }

  /** The press of a button that carries this. */
  static ObjectNode withData(ObjectNode press, JsonNode data) {
    ((ObjectNode) press.at("/value/action")).set("data", data);
    return press;
  }

  static ObjectNode data(String verb, String value) {
    return JSON.createObjectNode().put(Verbs.VERB, verb).put(Verbs.VALUE, value);
  }

  ObjectNode from(@Nullable Person person, ObjectNode activity) {
    ObjectNode from = (ObjectNode) activity.get("from");
    if (person == null) {
      from.remove("aadObjectId");
    } else if (!person.equals(ALICE)) {
      from.put("aadObjectId", person.id()).put("id", "29:1" + person.id()).put("name", "Somebody");
    } else {
      from.put("aadObjectId", person.id());
    }
    return activity;
  }

  private String fresh() {
    return String.valueOf(1756718200000L + names.incrementAndGet());
  }

  // ---- what came of it

  /** The invoke's answer as JSON. */
  static JsonNode body(Optional<InvokeResponse> answer) {
    InvokeResponse given = answer.orElseThrow();
    assertEquals(200, given.getStatus());
    return JSON.valueToTree(given.getBody());
  }

  static void assertToast(Notice notice, Optional<InvokeResponse> answer) {
    JsonNode body = body(answer);
    assertEquals(200, body.path("statusCode").asInt());
    assertEquals("application/vnd.microsoft.activity.message", body.path("type").asText());
    assertEquals(summary(notice), body.path("value").asText());
  }

  static void assertRefused(Optional<InvokeResponse> answer) {
    JsonNode body = body(answer);
    assertEquals(400, body.path("statusCode").asInt());
    assertEquals("application/vnd.microsoft.error", body.path("type").asText());
    assertEquals("BadRequest", body.at("/value/code").asText());
  }

  /** The dialog that an answer opens. */
  static JsonNode dialog(Optional<InvokeResponse> answer) {
    JsonNode task = body(answer).path("task");
    assertEquals("continue", task.path("type").asText(), () -> "no dialog but " + body(answer));
    return task.path("value");
  }

  /** The dialog tells this, and asks nothing. */
  static void assertTells(Notice notice, Optional<InvokeResponse> answer) {
    JsonNode shown = dialog(answer).at("/card/content");
    Dialog expected = new Dialogs(() -> "op-name-0").notice(notice, Locale.ENGLISH);
    assertEquals(plain(JSON.valueToTree(expected.card())), plain(shown));
  }

  static void assertCloses(Optional<InvokeResponse> answer) {
    InvokeResponse given = answer.orElseThrow();
    assertEquals(200, given.getStatus());
    assertNull(given.getBody(), "a body would be another page of the dialog");
  }

  /** The only thing whispered, of which nothing is left. */
  Said said() {
    assertEquals(1, whisper.all.size(), () -> "whispered: " + whisper.all);
    return whisper.all.remove(0);
  }

  static String summary(Notice notice) {
    return TeamsCards.of(notice, Locale.ENGLISH).summary();
  }

  CaseNumber reported(String text) {
    return office.files(ALICE, text).about().number();
  }

  Team care() {
    return office.policy().team(Policies.SOCIAL_CARE);
  }

  @Override
  public void close() {
    office.close();
  }

  static Person person(String id) {
    return new Person(Platform.TEAMS, Office.TENANT, id);
  }

  /** Without the name that every dialog gets. */
  private static String plain(JsonNode card) {
    return card.toString().replaceAll("\"once\":\"[^\"]*\"", "\"once\":\"\"");
  }

  private static Policy policy() {
    Policy policy = Policies.sample();
    Team care = policy.team(Policies.SOCIAL_CARE);
    return Policies.with(
        policy,
        new Team(
            care.id(),
            care.name(),
            Map.of(Platform.TEAMS, CHANNEL),
            new Members(Map.of(
                Platform.TEAMS,
                List.of(BOB.id(), CAROL.id()),
                Platform.SLACK,
                care.members().on(Platform.SLACK))),
            Members.NOBODY,
            care.language(),
            Optional.empty(),
            care.ladder()));
  }
}
