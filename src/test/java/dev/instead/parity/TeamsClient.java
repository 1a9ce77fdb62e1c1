package dev.instead.parity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.instead.office.LiveOffice;
import dev.instead.office.LiveTeams;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.SignedRequest;
import dev.instead.playground.TeamsChannel;
import dev.instead.playground.TeamsPost;
import dev.instead.playground.TeamsRefusal;
import dev.instead.playground.TeamsScreens;
import dev.instead.playground.TeamsTenant;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Microsoft Teams, as people use it there. */
final class TeamsClient implements Client {
  private final LiveOffice office;
  private final LiveTeams teams;
  private final Set<String> ways = new LinkedHashSet<>();
  private final Map<Room, TeamsChannel> closed = new EnumMap<>(Room.class);
  private Instant beginning = Instant.EPOCH;

  TeamsClient(LiveOffice office) {
    this.office = office;
    teams = office.teams();
  }

  @Override
  public String platform() {
    return "Microsoft Teams";
  }

  @Override
  public void begins() {
    for (Colleague who : Colleague.values()) {
      closes(who);
    }
    ways.clear();
    beginning = Instant.ofEpochMilli(office.clock.millis());
  }

  @Override
  public List<String> ways() {
    return List.copyOf(ways);
  }

  @Override
  public void reports(Colleague who, String words) {
    ways.add("`report …` in the personal chat");
    teams.people.say(who.teams, "report " + words);
  }

  @Override
  public String files(Colleague who, String words) {
    int before = teams.tenant.chatOf(who.teams).size();
    teams.people.say(who.teams, "report " + words);
    return awaited(
            "a receipt for " + who,
            "(S-",
            () -> teams.tenant.chatOf(who.teams).stream()
                .skip(before)
                .filter(TeamsPost::byBot)
                .map(TeamsClient::seen)
                // Late news of another case has a number as well.
                .filter(seen -> seen.says("Thanks") || seen.says("Terima kasih")))
        .number();
  }

  @Override
  public void opensReportForm(Colleague who) {
    ways.add("*Report* of the app beside the box where one writes");
    teams.people.compose(who.teams, SampleTenant.GENERAL, "report");
  }

  @Override
  public void choosesSituation(Colleague who, String situation) {
    // No client of Teams tells what was chosen before the form is sent, so the form itself unfolds
    // whom to call.
    ways.add("*Is anybody in danger?* on top of the form");
    window(who, "Is anybody in danger?");
    window(who, "Action.ToggleVisibility");
  }

  @Override
  public void reportsMessage(Colleague who, Colleague author, Room room, String words) {
    ways.add("*Report* in the message's menu");
    teams.people.onMessage(who.teams, written(author, room, words), "report");
  }

  @Override
  public void asks(Colleague who, String question) {
    ways.add("`canipost …` or just the question in the personal chat");
    teams.people.say(who.teams, "canipost " + question);
  }

  @Override
  public void opensQuestionForm(Colleague who) {
    ways.add("*Ask* of the app beside the box where one writes");
    teams.people.compose(who.teams, SampleTenant.GENERAL, "ask");
  }

  @Override
  public void opensTopics(Colleague who) {
    ways.add(
        "*What can I post?* in the card of `help` and of the app beside the box where one writes");
    teams.people.compose(who.teams, SampleTenant.GENERAL, "browse");
  }

  @Override
  public void opensSubject(Colleague who, String words) {
    pressesLabel(who, words);
  }

  @Override
  public void searches(Colleague who, String words) {
    teams.people.submit(who.teams, "browse.search", Map.of("text_field", words));
  }

  @Override
  public void pressesLabel(Colleague who, String words) {
    JsonNode data =
        teams.tenant.screens().dialog(who.teams).orElseThrow().card().findParents("data").stream()
            .filter(one -> one.path("title").asText().startsWith(words))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no button " + words))
            .path("data");
    teams.people.submitValue(
        who.teams, data.path("verb").asText(), data.path("value").asText());
  }

  @Override
  public void asksAboutMessage(Colleague who, Colleague author, Room room, String words) {
    ways.add("*Ask* in the message's menu");
    teams.people.onMessage(who.teams, written(author, room, words), "ask");
  }

  @Override
  public void writes(Colleague who, String words) {
    ways.add("a message in the personal chat");
    teams.people.say(who.teams, words);
  }

  @Override
  public void mentions(Colleague who, Room room, String words) {
    ways.add("a mention in a channel");
    teams.people.say(who.teams, room.teams, "@" + TeamsTenant.BOT_NAME + " " + words, null);
  }

  @Override
  public void answers(Colleague who, Seen message, String words) {
    ways.add("words that quote the message");
    teams.people.quote(who.teams, (TeamsPost) message.message(), words);
  }

  @Override
  public void opensOwnReports(Colleague who) {
    ways.add("`my reports` in the personal chat");
    teams.people.say(who.teams, "my reports");
  }

  @Override
  public void presses(Colleague who, Seen seen, String button) {
    if (seen.message() instanceof TeamsPost post) {
      teams.people.press(who.teams, post, button);
    } else {
      pressesInWindow(who, button);
    }
  }

  @Override
  public void forges(Colleague who, Seen seen, String button, String value) {
    teams.people.forge(
        who.teams,
        (TeamsPost) seen.message(),
        button,
        JsonNodeFactory.instance.objectNode().put("verb", button).put("value", value));
  }

  @Override
  public void pressesInWindow(Colleague who, String button) {
    teams.people.submit(who.teams, button, Map.of());
  }

  @Override
  public void sends(Colleague who, Map<String, String> fields) {
    teams.people.submit(who.teams, fields);
  }

  @Override
  public void closes(Colleague who) {
    teams.people.closeDialog(who.teams);
  }

  @Override
  public void repeats() {
    // Invokes were seen to return under a new id, messages keep theirs.
    boolean message = teams.people.latest().body().contains("\"type\":\"message\"");
    assertTrue(
        message
            ? teams.people.send(teams.people.latest()).ok()
            : teams.people.repeatUnderNewId().ok());
  }

  @Override
  public Runnable keepsForLater() {
    SignedRequest last = teams.people.latest();
    return () -> assertTrue(teams.people.repeatUnderNewId(last).ok());
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
    return teams.tenant.postsIn(room.teams).stream()
        .filter(post -> post.byBot() && !post.isReply() && post.summary().startsWith(number))
        .map(TeamsClient::seen)
        .toList();
  }

  @Override
  public Seen reads(Room room, String words) {
    return awaited(words + " in " + room, words, () -> allIn(room).stream());
  }

  @Override
  public List<Seen> allIn(Room room) {
    return said(teams.tenant.postsIn(room.teams));
  }

  @Override
  public Seen hears(Colleague who, String words) {
    return awaited(
        words + " for " + who,
        words,
        () -> Stream.of(
                teams.tenant.screens().dialog(who.teams).map(TeamsClient::seen).stream(),
                teams.tenant.screens().note(who.teams).map(TeamsClient::seen).stream(),
                allToldTo(who).stream())
            .flatMap(seen -> seen));
  }

  @Override
  public Seen isAnswered(Colleague who, Room room, String words) {
    return reads(room, words);
  }

  @Override
  public List<Seen> allToldTo(Colleague who) {
    // As the person sees it: an answer may have taken a card's place for them alone.
    return said(teams.tenant.chatOf(who.teams).stream()
        .map(TeamsPost::conversation)
        .findFirst()
        .map(chat -> teams.tenant.seenBy(who.teams, chat))
        .orElse(List.of()));
  }

  @Override
  public Seen keeps(Colleague who, String words) {
    return awaited(words + " in the chat of " + who, words, () -> allToldTo(who).stream());
  }

  @Override
  public Seen window(Colleague who, String words) {
    return awaited(
        "a dialog of " + who + " with " + words,
        words,
        () -> teams.tenant.screens().dialog(who.teams).map(TeamsClient::seen).stream());
  }

  @Override
  public Seen ownReports(Colleague who, String words) {
    return hears(who, words);
  }

  @Override
  public void isDone(Colleague who) {
    teams.tenant.screens().note(who.teams).ifPresent(note -> assertFalse(note.bad(), note.text()));
    teams
        .tenant
        .screens()
        .dialog(who.teams)
        .ifPresent(open -> assertTrue(
            open.errors().isEmpty() && !open.card().toString().contains("Input."),
            open.card().toString()));
  }

  @Override
  public Seen objection(Colleague who, String words) {
    return window(who, words);
  }

  @Override
  public void goesDown() {
    teams
        .local
        .troubles()
        .refuseNext(1_000_000, new TeamsRefusal(503, "ServiceUnavailable", "Try again later."));
  }

  @Override
  public void comesBack() {
    teams.local.troubles().none();
  }

  @Override
  public void losesNextAnswer() {
    teams.local.troubles().dropNext(1);
  }

  @Override
  public void closesRoom(Room room) {
    closed.put(room, teams.tenant.channel(room.teams).orElseThrow());
    teams.people.news().deleteChannel(SampleTenant.MAYA, room.teams);
  }

  @Override
  public void opensRoom(Room room) {
    TeamsChannel channel = closed.remove(room);
    if (channel != null) {
      teams.people.news().createChannel(SampleTenant.MAYA, channel);
    }
  }

  private Seen awaited(String what, String words, Supplier<Stream<Seen>> look) {
    Supplier<Optional<Seen>> last =
        () -> look.get().filter(seen -> seen.says(words)).reduce((one, next) -> next);
    if (!teams.tenant.await(here -> last.get().isPresent(), LiveOffice.SOON)) {
      throw new AssertionError("Within " + LiveOffice.SOON + " there was not: " + what + "\nbut "
          + look.get().map(seen -> shortened(seen.text())).toList()
          + "\nThe bot called "
          + teams.local.calls().all().stream()
              .skip(Math.max(0, teams.local.calls().all().size() - 10L))
              .map(call -> "\n" + shortened(call.outcome() + " " + call))
              .toList());
    }
    return last.get().orElseThrow();
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private List<Seen> said(List<TeamsPost> posts) {
    return posts.stream()
        .filter(post -> post.byBot() && !post.at().isBefore(beginning))
        .map(TeamsClient::seen)
        .toList();
  }

  private TeamsPost written(Colleague author, Room room, String words) {
    return teams.tenant.post(TeamsTenant.Draft.text(room.teams, author.teams, words, null));
  }

  private static Seen seen(TeamsPost post) {
    String root = post.root();
    return new Seen(
        plain(post.summary() + "\n" + post.everything()),
        root == null ? "" : root,
        post.id(),
        post);
  }

  private static Seen seen(TeamsScreens.Dialog dialog) {
    return new Seen(plain(dialog.card() + "\n" + dialog.errors()), "", "", dialog);
  }

  private static Seen seen(TeamsScreens.Note note) {
    return new Seen(plain(note.text()), "", "", note);
  }

  /** Without Markdown's marks, as it is drawn. */
  private static String plain(String text) {
    return text.replaceAll("\\\\+([^\"\\\\nu])", "$1").replace("**", "");
  }
}
