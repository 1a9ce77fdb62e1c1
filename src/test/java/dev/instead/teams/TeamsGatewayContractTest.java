package dev.instead.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.config.Secret;
import dev.instead.notice.MessageKind;
import dev.instead.notice.NoticeSamples;
import dev.instead.notice.Recipient;
import dev.instead.office.KnownAddresses;
import dev.instead.outbox.ChatGateway;
import dev.instead.outbox.ChatGateway.Sent;
import dev.instead.outbox.ChatGatewayContract;
import dev.instead.outbox.Due;
import dev.instead.outbox.MessageId;
import dev.instead.outbox.Remote;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.playground.LocalTeams;
import dev.instead.playground.TeamsChannel;
import dev.instead.playground.TeamsPerson;
import dev.instead.playground.TeamsPost;
import dev.instead.playground.TeamsTenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway against a Teams that refuses what Teams refuses. */
class TeamsGatewayContractTest extends ChatGatewayContract {
  private static final Channel CARE =
      new Channel(Platform.TEAMS, TeamsTenant.TENANT, "19:meranti-care@thread.tacv2");
  private static final TeamsPerson DEWI = TeamsPerson.employee(
      "de310000-0000-4000-8000-000000000001", "Dewi Lestari", "Mechanic", "en-GB");

  private final TeamsTenant tenant = new TeamsTenant(Clock.systemUTC());
  private final LocalTeams local = LocalTeams.start(tenant);
  private final KnownAddresses book = new KnownAddresses();
  private final Credentials credentials = new Credentials(
      TeamsTenant.APP,
      TeamsTenant.TENANT,
      local.address(),
      FakeTeams.SCOPE,
      List.of(new Proof.Password("the password", new Secret(LocalTeams.SECRET))),
      Clock.systemUTC());
  private final Connector connector =
      new Connector(credentials, new ServiceHosts(Set.of(local.host())), TeamsTenant.TENANT);
  private final TeamsGateway gateway = new TeamsGateway(connector, book);

  TeamsGatewayContractTest() {
    tenant.appInTeam(true);
    tenant.put(TeamsChannel.open(CARE.id(), "Social Care", ""));
    tenant.put(DEWI);
    tenant.install(DEWI.aad());
    book.found(new Spot(CARE, TeamsTenant.TEAM, "Social Care", local.serviceUrl(), true));
    book.met(new Acquaintance(
        person(DEWI),
        DEWI.remoteId(),
        DEWI.name(),
        Optional.of(Locale.UK),
        local.serviceUrl(),
        Optional.empty(),
        true));
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Override
  protected ChatGateway gateway() {
    return gateway;
  }

  @Override
  protected Channel channel() {
    return CARE;
  }

  @Override
  protected boolean canLook() {
    return false;
  }

  @Override
  protected int shown() {
    return tenant.postsIn(CARE.id()).size();
  }

  @Override
  protected void deleteAll() {
    for (TeamsPost post : tenant.postsIn(CARE.id())) {
      HttpRequest delete = HttpRequest.newBuilder(URI.create(
              local.serviceUrl() + "v3/conversations/" + CARE.id() + "/activities/" + post.id()))
          .header("Authorization", "Bearer " + credentials.getToken().join())
          .DELETE()
          .build();
      assertEquals(
          200,
          HttpClient.newHttpClient()
              .sendAsync(delete, HttpResponse.BodyHandlers.discarding())
              .join()
              .statusCode());
    }
  }

  @Override
  protected void archive() {
    tenant.appInTeam(false);
  }

  @Override
  protected void limitNext(Duration wait) {
    local.troubles().limitNext(1, wait);
  }

  @Override
  protected void dropNextAnswer() {
    local.troubles().dropNext(1);
  }

  @Test
  void teams_takes_every_notice_as_it_is_drawn() {
    List<String> refused = new ArrayList<>();
    for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("id"))) {
      for (NoticeSamples.Sample sample : NoticeSamples.all()) {
        Due due = due(MessageKind.RECEIPT, new Recipient.InPrivate(person(DEWI)), Optional.empty());
        Sent sent = gateway.post(due, sample.notice(), language);
        if (!(sent instanceof Sent.Delivered)) {
          refused.add(sample.name() + " in " + language + ": " + sent);
        }
      }
    }
    assertEquals(List.of(), refused);
  }

  @Test
  void a_note_stands_below_its_card() {
    NoticeSamples.Sample help = NoticeSamples.all().get(0);
    Due card = due(MessageKind.TEAM_CARD, new Recipient.InChannel(CARE), Optional.empty());
    Remote there = delivered(gateway.post(card, help.notice(), Locale.ENGLISH));

    Due note = due(MessageKind.TEAM_NOTE, new Recipient.InChannel(CARE), Optional.of(there));
    delivered(gateway.post(note, help.notice(), Locale.ENGLISH));

    assertEquals(2, tenant.thread(CARE.id(), there.id()).size());
  }

  @Test
  void a_private_message_is_posted_and_edited_in_a_chat_that_is_opened_for_it() {
    NoticeSamples.Sample help = NoticeSamples.all().get(0);
    Due due = due(MessageKind.RECEIPT, new Recipient.InPrivate(person(DEWI)), Optional.empty());

    Remote there = delivered(gateway.post(due, help.notice(), Locale.ENGLISH));
    delivered(gateway.edit(
        due(
            MessageKind.RECEIPT,
            new Recipient.InPrivate(person(DEWI)),
            Optional.empty(),
            Optional.of(there)),
        help.notice(),
        Locale.ENGLISH));

    assertEquals(
        List.of(there.id()),
        tenant.chatOf(DEWI.aad()).stream().map(TeamsPost::id).toList());
    assertEquals(
        Optional.of(there.conversation()), book.of(person(DEWI)).flatMap(Acquaintance::chat));
  }

  @Test
  void who_blocked_the_bot_is_unreachable() {
    tenant.block(DEWI.aad(), true);
    Due due = due(MessageKind.RECEIPT, new Recipient.InPrivate(person(DEWI)), Optional.empty());

    assertInstanceOf(
        Sent.Unreachable.class,
        gateway.post(due, NoticeSamples.all().get(0).notice(), Locale.ENGLISH));
  }

  @Test
  void the_members_of_a_channel_are_read_over_all_pages() {
    Set<String> everybody = IntStream.range(0, 11)
        .mapToObj(i -> "0000000%x-0000-4000-8000-000000000000".formatted(i))
        .collect(Collectors.toSet());
    for (String id : everybody) {
      tenant.put(TeamsPerson.employee(id, "Colleague " + id, "Clerk", "en-GB"));
      tenant.joinTeam(id);
    }
    TeamsDirectory directory = new TeamsDirectory(
        connector,
        book,
        Runnable::run,
        Runnable::run,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        System::nanoTime);

    assertEquals(
        Optional.of(everybody), directory.members(Platform.TEAMS, TeamsTenant.TENANT, CARE.id()));
    assertTrue(local.calls().all().stream()
            .filter(call -> call.method().contains("pagedmembers"))
            .count()
        > 1);
    assertEquals(
        Optional.of(Profile.Standing.COLLEAGUE),
        directory.profile(person(DEWI)).map(Profile::standing));
  }

  private static Person person(TeamsPerson someone) {
    return new Person(Platform.TEAMS, TeamsTenant.TENANT, someone.aad());
  }

  private static Remote delivered(Sent sent) {
    return assertInstanceOf(Sent.Delivered.class, sent).remote();
  }

  private static Due due(MessageKind kind, Recipient to, Optional<Remote> thread) {
    return due(kind, to, thread, Optional.empty());
  }

  private static Due due(
      MessageKind kind, Recipient to, Optional<Remote> thread, Optional<Remote> remote) {
    return new Due(
        new MessageId("m1"),
        kind,
        Optional.empty(),
        "subject",
        to,
        Optional.empty(),
        thread,
        remote,
        1,
        1,
        0,
        false,
        Instant.now(),
        "");
  }
}
