package dev.instead.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.instead.office.LiveOffice;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.SlackMessage;
import dev.instead.playground.SlackWorkspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Slack, as people use it there. */
final class SlackClient implements Client {
  private static final String MORE = "case.more";

  private final LiveOffice office;
  private final Set<String> ways = new LinkedHashSet<>();
  private Instant beginning = Instant.EPOCH;

  SlackClient(LiveOffice office) {
    this.office = office;
  }

  @Override
  public String platform() {
    return "Slack";
  }

  @Override
  public void begins() {
    for (Colleague who : Colleague.values()) {
      closes(who);
    }
    ways.clear();
    beginning = office.clock.instant();
  }

  @Override
  public List<String> ways() {
    return List.copyOf(ways);
  }

  @Override
  public void reports(Colleague who, String words) {
    ways.add("`/report …`");
    office.types(who.slack, "/report", words);
  }

  @Override
  public String files(Colleague who, String words) {
    String number = office.reports(who.slack, words);
    keeps(who, number);
    return number;
  }

  @Override
  public void opensReportForm(Colleague who) {
    ways.add("`/report`");
    office.types(who.slack, "/report", "");
  }

  @Override
  public void choosesSituation(Colleague who, String situation) {
    office.people.chooseInModal(who.slack, "situation_field", situation);
  }

  @Override
  public void reportsMessage(Colleague who, Colleague author, Room room, String words) {
    ways.add("*Report* in the message's menu");
    office.people.messageShortcut(who.slack, "report_message", written(author, room, words));
  }

  @Override
  public void asks(Colleague who, String question) {
    ways.add("`/canipost …`");
    office.types(who.slack, "/canipost", question);
  }

  @Override
  public void opensQuestionForm(Colleague who) {
    ways.add("`/canipost`");
    office.types(who.slack, "/canipost", "");
  }

  @Override
  public void opensTopics(Colleague who) {
    ways.add("*What can I post?* in the App Home and in the menu of shortcuts");
    office.people.openHome(who.slack);
    ownReports(who, "browse.open.0");
    office.people.pressInHome(who.slack, "browse.open.0");
  }

  @Override
  public void opensSubject(Colleague who, String words) {
    String subject =
        office.workspace.modalOf(who.slack).orElseThrow().findValues("options").stream()
            .flatMap(options -> StreamSupport.stream(options.spliterator(), false))
            .filter(option -> option.at("/text/text").asText().startsWith(words))
            .map(option -> option.path("value").asText())
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no subject " + words));
    office.people.chooseInModal(who.slack, "browse.open.0", subject);
  }

  @Override
  public void searches(Colleague who, String words) {
    sends(who, Map.of("text_field", words));
  }

  @Override
  public void pressesLabel(Colleague who, String words) {
    JsonNode button =
        office.workspace.modalOf(who.slack).orElseThrow().findParents("action_id").stream()
            .filter(one -> one.at("/text/text").asText().startsWith(words))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no button " + words));
    pressesInWindow(who, button.path("action_id").asText());
  }

  @Override
  public void asksAboutMessage(Colleague who, Colleague author, Room room, String words) {
    ways.add("*May I post this?* in the message's menu");
    office.people.messageShortcut(who.slack, "ask_message", written(author, room, words));
  }

  @Override
  public void writes(Colleague who, String words) {
    ways.add("a direct message");
    office.people.say(who.slack, chat(who), words, null);
  }

  @Override
  public void mentions(Colleague who, Room room, String words) {
    ways.add("a mention in a channel");
    String mention = "<@" + SlackWorkspace.BOT_USER + "> ";
    office.people.say(who.slack, room.slack, mention + words, null);
  }

  @Override
  public void answers(Colleague who, Seen message, String words) {
    ways.add("words in the message's thread");
    office.people.say(who.slack, chat(who), words, message.id());
  }

  @Override
  public void opensOwnReports(Colleague who) {
    ways.add("the App Home");
    office.people.openHome(who.slack);
  }

  @Override
  public void presses(Colleague who, Seen seen, String button) {
    if (!(seen.message() instanceof SlackMessage message)) {
      pressesInWindow(who, button);
    } else if (message.element(button).isPresent()) {
      office.people.press(who.slack, message, button);
    } else if (message.element(button + ".0").isPresent()) {
      office.people.press(who.slack, message, button + ".0");
    } else {
      office.people.choose(who.slack, message, MORE, button + " " + seen.number());
    }
  }

  @Override
  public void forges(Colleague who, Seen seen, String button, String value) {
    SlackMessage message = (SlackMessage) seen.message();
    ArrayNode blocks = message.blocks().deepCopy();
    blocks.findParents("value").forEach(one -> ((ObjectNode) one).put("value", value));
    SlackMessage forged = new SlackMessage(
        message.channel(),
        message.ts(),
        message.user(),
        message.text(),
        blocks,
        message.metadata(),
        message.thread(),
        message.seenOnlyBy(),
        message.edited());
    office.people.press(who.slack, forged, button);
  }

  @Override
  public void pressesInWindow(Colleague who, String button) {
    office.people.pressInModal(who.slack, button);
  }

  @Override
  public void sends(Colleague who, Map<String, String> fields) {
    office.people.submit(who.slack, fields);
  }

  @Override
  public void closes(Colleague who) {
    if (office.workspace.modalOf(who.slack).isPresent()) {
      office.people.closeModal(who.slack, true);
    }
  }

  @Override
  public void repeats() {
    assertTrue(office.people.send(office.people.latest()).ok());
  }

  @Override
  public Runnable keepsForLater() {
    SignedRequest last = office.people.latest();
    return () -> assertTrue(office.people.send(last).ok());
  }

  @Override
  public Seen card(Room room, String number, String words) {
    return awaited(
        "a card of " + number + " in " + room + " with " + words,
        words,
        () -> cards(room, number).stream());
  }

  @Override
  public List<Seen> cards(Room room, String number) {
    return office.cards(room.slack, number).stream().map(SlackClient::seen).toList();
  }

  @Override
  public Seen reads(Room room, String words) {
    return awaited(words + " in " + room, words, () -> allIn(room).stream());
  }

  @Override
  public List<Seen> allIn(Room room) {
    return said(office.workspace.messagesIn(room.slack));
  }

  @Override
  public Seen hears(Colleague who, String words) {
    return awaited(
        words + " for " + who,
        words,
        () -> Stream.concat(
            allToldTo(who).stream(),
            office.workspace.modalOf(who.slack).map(SlackClient::seen).stream()));
  }

  @Override
  public Seen isAnswered(Colleague who, Room room, String words) {
    return hears(who, words);
  }

  @Override
  public List<Seen> allToldTo(Colleague who) {
    List<SlackMessage> told = new ArrayList<>(office.workspace.ephemeralsFor(who.slack));
    // Direct messages last, because these stay.
    told.addAll(office.workspace.directMessagesOf(who.slack));
    return said(told);
  }

  @Override
  public Seen keeps(Colleague who, String words) {
    return awaited(
        words + " in the direct messages of " + who,
        words,
        () -> said(office.workspace.directMessagesOf(who.slack)).stream());
  }

  @Override
  public Seen window(Colleague who, String words) {
    return awaited(
        "a window of " + who + " with " + words,
        words,
        () -> office.workspace.modalOf(who.slack).map(SlackClient::seen).stream());
  }

  @Override
  public Seen ownReports(Colleague who, String words) {
    return awaited(
        "the home of " + who + " with " + words,
        words,
        () -> office.workspace.homeOf(who.slack).map(SlackClient::seen).stream());
  }

  @Override
  public void isDone(Colleague who) {
    assertEquals(Map.of(), office.workspace.views().errorsOf(who.slack));
  }

  @Override
  public Seen objection(Colleague who, String words) {
    return awaited(
        "an objection for " + who + " with " + words,
        words,
        () -> Stream.of(new Seen(
            office.workspace.views().errorsOf(who.slack).toString(), "", "", "the open form")));
  }

  @Override
  public void goesDown() {
    office.slack.troubles().failNext("*", 1_000_000, "service_unavailable");
  }

  @Override
  public void comesBack() {
    office.slack.troubles().none();
  }

  @Override
  public void losesNextAnswer() {
    office.slack.troubles().dropNext(1);
  }

  @Override
  public void closesRoom(Room room) {
    office.workspace.archive(room.slack, true);
  }

  @Override
  public void opensRoom(Room room) {
    office.workspace.archive(room.slack, false);
  }

  private Seen awaited(String what, String words, Supplier<Stream<Seen>> look) {
    Supplier<Optional<Seen>> last =
        () -> look.get().filter(seen -> seen.says(words)).reduce((one, next) -> next);
    office.eventually(what, here -> last.get().isPresent());
    return last.get().orElseThrow();
  }

  private List<Seen> said(List<SlackMessage> messages) {
    return messages.stream()
        .filter(message -> message.byBot() && !message.at().isBefore(beginning))
        .map(SlackClient::seen)
        .toList();
  }

  private SlackMessage written(Colleague author, Room room, String words) {
    return office.workspace.post(SlackWorkspace.Draft.text(room.slack, author.slack, words));
  }

  private static Seen seen(SlackMessage message) {
    String thread = message.thread();
    return new Seen(
        plain(message.everything()), thread == null ? "" : thread, message.ts(), message);
  }

  private static Seen seen(ObjectNode view) {
    return new Seen(plain(view.toString()), "", "", view);
  }

  private static String plain(String text) {
    return Colleague.named(text)
        .replaceAll("<!date\\^[^|>]*\\|([^>]*)>", "$1")
        .replace("*", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static String chat(Colleague who) {
    return "D" + who.slack.substring(1);
  }
}
