package dev.instead;

import static dev.instead.playground.SampleTenant.ANA;
import static dev.instead.playground.SampleTenant.BEN;
import static dev.instead.playground.SampleTenant.DEWI;
import static dev.instead.playground.SampleTenant.GENERAL;
import static dev.instead.playground.SampleTenant.GUS;
import static dev.instead.playground.SampleTenant.LEGAL;
import static dev.instead.playground.SampleTenant.MAYA;
import static dev.instead.playground.SampleTenant.SOCIAL;
import static dev.instead.playground.SampleTenant.SOMEBODY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.Secret;
import dev.instead.config.Settings;
import dev.instead.config.TeamsCloud;
import dev.instead.config.TeamsSettings;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.SampleTenant;
import dev.instead.playground.TeamsPost;
import dev.instead.playground.TeamsScreens;
import dev.instead.playground.TeamsSender;
import dev.instead.playground.TeamsTenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot on Teams alone, over HTTP and with every check on: what people do there, and what they see. */
@Timeout(120)
class TeamsStoryTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Pattern NUMBER = Pattern.compile("S-[0-9A-Z]{4,8}");
  private static final String POST = "https://social.example/p/1";

  private final TeamsTenant tenant = SampleTenant.tenant();
  private final LocalTeams teams = LocalTeams.start(tenant);
  private final TeamsSender people = new TeamsSender(teams, this::address);

  @TempDir
  private Path folder;

  private Bot bot;

  @BeforeEach
  void start() {
    bot = Bot.start(settings(false), Clock.systemUTC());
    people.news().addToTeam(MAYA, SOCIAL);
  }

  @AfterEach
  void stop() {
    bot.close();
    people.close();
    teams.close();
  }

  @Test
  void a_report_from_the_command_box_is_taken_resolved_and_its_outcome_heard() {
    people.news().install(DEWI);
    seen(chat(DEWI), "Report a conflict");
    assertTrue(people.commandBox(DEWI, "report").ok());
    people.submit(
        DEWI, Map.of("link_field", POST, "text_field", "A customer wants a refund, all shout"));
    String number = number(dialog(DEWI));

    TeamsPost card = seen(SOCIAL, number);
    assertTrue(people.press(ANA, card, "case.take").ok());
    seen(SOCIAL, "Ana Wijaya");
    seen(chat(DEWI), "Ana Wijaya");

    people.press(BEN, card, "case.take");
    assertTrue(note(BEN).contains("Ana Wijaya has had " + number), note(BEN));
    people.press(DEWI, card, "case.take");
    assertTrue(note(DEWI).contains("Social Care works on this one"), note(DEWI));

    people.press(ANA, seen(SOCIAL, "Ana Wijaya"), "case.resolve");
    people.submit(
        ANA, Map.of("choice_field", "answered", "text_field", "They got their money back."));
    assertTrue(tenant.screens().dialog(ANA).isEmpty(), "the dialog closes");
    seen(chat(DEWI), "They got their money back.");
  }

  @Test
  void a_typed_report_is_filed_and_the_team_asks_back() {
    people.say(DEWI, "report " + POST + " a customer wants a refund");
    TeamsPost receipt = seen(chat(DEWI), "Thanks, Dewi");
    String number = number(receipt.everything());
    people.press(ANA, seen(SOCIAL, number), "case.take");
    people.press(ANA, seen(SOCIAL, "Ana Wijaya"), "case.ask");
    people.submit(ANA, Map.of("text_field", "Which workshop was it?"));
    TeamsPost question = seen(chat(DEWI), "Which workshop was it?");
    people.press(DEWI, question, "report.answer");
    people.submit(DEWI, Map.of("text_field", "The one in Bandung."));
    assertTrue(dialog(DEWI).contains("your answer to " + number), dialog(DEWI));
    assertTrue(seen(SOCIAL, "The one in Bandung.").isReply(), "in the card's thread");
  }

  @Test
  void a_team_is_known_with_all_its_channels_as_soon_as_the_bot_comes() {
    assertTrue(people.commandBox(DEWI, "report").ok());
    people.submit(DEWI, Map.of("link_field", POST, "situation_field", "libel"));
    seen(LEGAL, number(dialog(DEWI)));
  }

  @Test
  void questions_are_answered_where_they_are_asked_and_hints_in_private() {
    people.say(DEWI, "hi");
    seen(chat(DEWI), "Report a conflict");
    people.say(DEWI, GENERAL, "@Instead may I post a photo of a new car at the dealer", null);
    assertTrue(answered(GENERAL).isReply(), "in the thread of the question");
    int before = tenant.postsIn(GENERAL).size();
    people.say(DEWI, GENERAL, "@Instead https://social.example/p/77", null);
    seen(chat(DEWI), "Would you like to report this post?");
    assertEquals(before + 1, tenant.postsIn(GENERAL).size(), "only her own message came");
  }

  @Test
  void hints_are_for_one_persons_eyes_in_the_channel_where_that_is_set() {
    bot.close();
    bot = Bot.start(settings(true), Clock.systemUTC());
    people.say(DEWI, GENERAL, "@Instead help", null);
    assertTrue(
        tenant.await(
            now -> now.seenBy(DEWI, GENERAL).stream()
                .anyMatch(
                    post -> post.isTargeted() && post.everything().contains("Report a conflict")),
            SOON),
        "she sees it");
    assertTrue(
        tenant.seenBy(ANA, GENERAL).stream().noneMatch(TeamsPost::byBot), "nobody else does");
  }

  @Test
  void who_is_not_a_colleague_gets_the_public_contact_and_nothing_else() {
    people.say(DEWI, "report " + POST + " a customer wants a refund");
    TeamsPost card = seen(SOCIAL, number(seen(chat(DEWI), "Thanks, Dewi").everything()));
    for (String stranger : List.of(GUS, SOMEBODY)) {
      assertTrue(people.compose(stranger, GENERAL, "report").ok());
      assertTrue(dialog(stranger).contains("colleagues of this company only"), dialog(stranger));
      people.press(stranger, card, "case.take");
      assertTrue(note(stranger).contains("colleagues of this company only"), note(stranger));
    }
    assertTrue(seen(SOCIAL, "Nobody has it yet").everything().contains("Take it"));
  }

  @Test
  void a_reporter_out_of_reach_has_the_dialogs_receipt_and_the_case_says_so() {
    tenant.uninstall(DEWI);
    tenant.leaveTeam(DEWI);
    people.compose(DEWI, GENERAL, "report");
    people.submit(DEWI, Map.of("link_field", POST, "text_field", "A customer wants a refund"));
    String number = number(dialog(DEWI));
    seen(SOCIAL, number);
    seen(SOCIAL, "can't be reached by direct message");
  }

  private TeamsPost answered(String conversation) {
    return tenant.awaitPost(conversation, TeamsPost::byBot, SOON);
  }

  private TeamsPost seen(String conversation, String words) {
    boolean there = tenant.await(now -> find(now, conversation, words).isPresent(), SOON);
    return find(tenant, conversation, words)
        .filter(post -> there)
        .orElseThrow(() -> new AssertionError("no \"" + words + "\" in " + conversation + ", but "
            + tenant.postsIn(conversation).stream().map(TeamsPost::everything).toList()
            + "; the bot called " + teams.calls().all()));
  }

  private static Optional<TeamsPost> find(TeamsTenant now, String conversation, String words) {
    return now.postsIn(conversation).stream()
        .filter(post -> post.byBot() && post.everything().contains(words))
        .findFirst();
  }

  private String chat(String person) {
    return tenant.person(person).orElseThrow().chat();
  }

  private String dialog(String person) {
    return tenant
        .screens()
        .dialog(person)
        .map(TeamsScreens.Dialog::card)
        .orElseThrow(() -> new AssertionError("no dialog is open"))
        .toString();
  }

  private String note(String person) {
    return tenant.screens().note(person).map(TeamsScreens.Note::text).orElse("");
  }

  private static String number(String text) {
    Matcher number = NUMBER.matcher(text);
    assertTrue(number.find(), text);
    return number.group();
  }

  private URI address() {
    return bot.address();
  }

  private Settings settings(boolean onlyYou) {
    return new Settings(
        "127.0.0.1",
        0,
        Path.of("config/policy.yaml"),
        "jdbc:sqlite:" + folder.resolve("instead.db"),
        Optional.empty(),
        Optional.of(new TeamsSettings(
            TeamsTenant.APP,
            List.of(new Secret(LocalTeams.SECRET)),
            Optional.empty(),
            TeamsTenant.TENANT,
            TeamsCloud.PUBLIC,
            URI.create(teams.openIdUrl()),
            URI.create(teams.address()),
            Set.of(teams.host()),
            Optional.empty(),
            onlyYou)),
        false,
        Optional.empty());
  }
}
