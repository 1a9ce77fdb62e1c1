package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.instead.calls.Bucket;
import dev.instead.calls.Introductions;
import dev.instead.calls.LookUps;
import dev.instead.desk.StoreException;
import dev.instead.people.Accounts;
import dev.instead.people.AddressBook;
import dev.instead.people.AddressBook.Acquaintance;
import dev.instead.people.AddressBook.Spot;
import dev.instead.people.Channel;
import dev.instead.people.Directory;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.people.Profile.Standing;
import dev.instead.teams.Connector.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Teams knows of people and of a channel's members, asked as seldom as its limits demand. A person is asked about in their own chat
 * with the bot, because that needs no rights and tells of guests.
 */
public final class TeamsDirectory implements Directory {
  /** Each person is asked about in a thread of their own, so this is only a share of the tenant's 50 a second. */
  private static final int PEOPLE_A_MINUTE = 600;

  private static final int ROSTERS_A_MINUTE = 60;
  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_ROSTERS = 1_000;
  private static final int PAGE = 500;

  /** Teams' largest team has 25,000 members. */
  private static final int MOST_PAGES = 100;

  /** Fits several times into the 5 seconds that Teams gives an answer. */
  static final Duration PATIENCE = Duration.ofMillis(300);

  /** Who isn't known in time is asked to come again, so it is worth a longer wait, once a person. */
  static final Duration PATIENCE_FOR_ONE = Duration.ofMillis(900);

  private static final Duration SEEN_LATELY = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(TeamsDirectory.class);

  private final Introductions introductions = new Introductions();
  private final Connector connector;
  private final AddressBook book;
  private final Cache<Person, String> seen = Caffeine.newBuilder()
      .maximumSize(MOST_PEOPLE)
      .expireAfterWrite(SEEN_LATELY)
      .build();
  private final LookUps<Person, Member> people;
  private final LookUps<Channel, Set<String>> rosters;

  private record Member(String name, String givenName, Standing standing) {}

  /**
   * A directory that knows nobody yet.
   *
   * @param peopleAskers a few threads with a bounded queue
   * @param rosterAskers the same, apart: whoever may act waits for a roster, and never behind a crowd of people
   */
  public TeamsDirectory(
      Connector connector, AddressBook book, Executor peopleAskers, Executor rosterAskers) {
    this(connector, book, peopleAskers, rosterAskers, PATIENCE_FOR_ONE, PATIENCE, System::nanoTime);
  }

  TeamsDirectory(
      Connector connector,
      AddressBook book,
      Executor peopleAskers,
      Executor rosterAskers,
      Duration patienceForOne,
      Duration patience,
      LongSupplier nanos) {
    this.connector = connector;
    this.book = book;
    this.people = new LookUps<>(
        this::ask,
        new Bucket(PEOPLE_A_MINUTE, nanos),
        peopleAskers,
        MOST_PEOPLE,
        patienceForOne,
        nanos);
    this.rosters = new LookUps<>(
        this::ask,
        new Bucket(ROSTERS_A_MINUTE, nanos),
        rosterAskers,
        MOST_ROSTERS,
        patience,
        nanos);
  }

  /** Whose e-mail address is whose is told to {@code accounts} from now on. */
  public void introduceTo(Accounts accounts) {
    introductions.to(accounts);
  }

  /**
   * Name and language come from what the person's own client sent. When Teams can't be asked in time the person's standing is unknown;
   * nobody is guessed to be a colleague or a team's member.
   */
  @Override
  public Optional<Profile> profile(Person person) {
    if (person.platform() != Platform.TEAMS) {
      return Optional.empty();
    }
    return known(person).map(known -> profile(known, people.get(person)));
  }

  /** Remembers for a while that the person was heard in a conversation: there Teams can be asked about them. */
  void saw(Person person, String conversation) {
    seen.put(person, conversation);
  }

  /** Everybody who ever acted has met the bot, so Teams need not be asked. */
  @Override
  public Map<Person, String> names(Collection<Person> people) {
    Map<Person, String> names = new HashMap<>();
    try {
      for (Person person : people) {
        if (person.platform() == Platform.TEAMS) {
          book.of(person)
              .map(Acquaintance::name)
              .filter(name -> !name.isEmpty())
              .ifPresent(name -> names.put(person, name));
        }
      }
    } catch (StoreException e) {
      LOG.warn("Names can't be read: {}", e.getMessage());
    }
    return names;
  }

  /** {@code group} is a conversation; guests in it don't count. */
  @Override
  public Optional<Set<String>> members(Platform platform, String workspace, String group) {
    Channel channel = new Channel(platform, workspace, group);
    return isThere(channel) ? rosters.get(channel) : Optional.empty();
  }

  @Override
  public Map<String, Set<String>> membersOfAll(
      Platform platform, String workspace, Collection<String> groups) {
    List<Channel> channels = groups.stream()
        .map(group -> new Channel(platform, workspace, group))
        .filter(this::isThere)
        .toList();
    Map<String, Set<String>> members = new HashMap<>();
    rosters.getAll(channels).forEach((channel, ids) -> members.put(channel.id(), ids));
    return members;
  }

  /**
   * Not asked before the bot is there: a failure would be remembered for a while after it came. Where it was removed, what it knew of the
   * members gives no rights any more.
   */
  private boolean isThere(Channel channel) {
    return channel.platform() == Platform.TEAMS
        && known(channel).filter(Spot::reachable).isPresent();
  }

  private Optional<Acquaintance> known(Person person) {
    return known(() -> book.of(person));
  }

  private Optional<Spot> known(Channel channel) {
    return known(() -> book.at(channel));
  }

  /** Whoever can't be looked up because the store is down is unknown: danger must be heard all the same. */
  private static <T> Optional<T> known(Supplier<Optional<T>> read) {
    try {
      return read.get();
    } catch (StoreException e) {
      LOG.warn("An address could not be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Profile profile(Acquaintance known, Optional<Member> member) {
    String name = member.map(Member::name).filter(said -> !said.isEmpty()).orElse(known.name());
    String given = member
        .map(Member::givenName)
        .filter(said -> !said.isEmpty())
        .orElseGet(() -> name.split(" ", 2)[0]);
    Standing standing = member.map(Member::standing).orElse(Standing.UNKNOWN);
    return new Profile(name, given, known.language(), Optional.empty(), standing);
  }

  private Optional<Member> ask(Person person) {
    Optional<Acquaintance> known = known(person);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Acquaintance who = known.get();
    return asked("a person", () -> about(who)).map(json -> {
      Member member = member(json, person.workspace());
      introductions.told(person, addresses(json, member.standing()));
      return member;
    });
  }

  /** In their chat, else where they were heard: a stranger in a shared channel can't be opened a chat with. */
  private Reply about(Acquaintance who) throws IOException {
    Person person = who.person();
    Optional<String> chat = who.chat();
    String there = seen.getIfPresent(person);
    if (chat.isEmpty() && there != null) {
      Reply reply = connector.member(who.service(), there, person.id());
      if (reply.isOk()) {
        return reply;
      }
    }
    if (chat.isEmpty()) {
      Chats.Opened opened = new Chats(connector, book).open(who);
      chat = opened.chat();
      if (chat.isEmpty()) {
        return opened.reply();
      }
    }
    return connector.member(who.service(), chat.get(), person.id());
  }

  private Optional<Set<String>> ask(Channel channel) {
    Optional<Spot> spot = known(channel);
    if (spot.isEmpty()) {
      LOG.warn(
          "The members of {} can't be asked for: the bot has never been seen there. Add the app to its team",
          channel);
      return Optional.empty();
    }
    Set<String> members = new HashSet<>();
    String continuation = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String from = continuation;
      Optional<JsonNode> answer = asked(
          "a channel's members",
          () -> connector.members(spot.get().service(), channel.id(), PAGE, from));
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      answer.get().path("members").forEach(member -> add(members, member, channel.workspace()));
      continuation = text(answer.get(), "continuationToken");
      if (continuation.isEmpty()) {
        return Optional.of(Set.copyOf(members));
      }
    }
    LOG.warn("{} has more members than a team can have; its members are unknown", channel);
    return Optional.empty();
  }

  private static void add(Set<String> members, JsonNode member, String tenant) {
    String id = objectId(member);
    if (!id.isEmpty() && standing(member, tenant) == Standing.COLLEAGUE) {
      members.add(id);
    }
  }

  private static Member member(JsonNode json, String tenant) {
    return new Member(text(json, "name"), text(json, "givenName"), standing(json, tenant));
  }

  /** Only a colleague's: the sign-in name, whose domain the tenant has proven, and the mailbox, which an administrator sets. */
  private static Set<EmailAddress> addresses(JsonNode member, Standing standing) {
    return standing == Standing.COLLEAGUE
        ? Stream.of("userPrincipalName", "email")
            .flatMap(field -> EmailAddress.of(text(member, field)).stream())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** A shared channel has members of other tenants, who look like any other but for their tenant. */
  private static Standing standing(JsonNode member, String tenant) {
    String role = text(member, "userRole").toLowerCase(Locale.ROOT);
    String home = text(member, "tenantId");
    boolean foreign = !home.isEmpty() && !home.equalsIgnoreCase(tenant);
    if (foreign || role.equals("anonymous") || objectId(member).isEmpty()) {
      return Standing.OUTSIDER;
    }
    boolean invited = text(member, "userPrincipalName").toUpperCase(Locale.ROOT).contains("#EXT#");
    return invited || role.equals("guest") ? Standing.GUEST : Standing.COLLEAGUE;
  }

  /** In lower case, as the policy's and every activity's is compared. */
  private static String objectId(JsonNode member) {
    String id = text(member, "aadObjectId");
    return (id.isEmpty() ? text(member, "objectId") : id).toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).isTextual() ? json.path(field).asText().strip() : "";
  }

  private static Optional<JsonNode> asked(String what, Question question) {
    try {
      Reply reply = question.put();
      if (reply.isOk()) {
        return Optional.of(reply.json());
      }
      LOG.warn(
          "Teams was asked for {} and answered HTTP {} {}; asked again in a minute",
          what,
          reply.status(),
          reply.error());
    } catch (IOException e) {
      LOG.warn(
          "Teams could not be asked for {} ({}); asked again in a minute",
          what,
          e.getClass().getSimpleName());
    } catch (Credentials.Refused e) {
      LOG.warn("Teams could not be asked for {}: {}. {}", what, e.reason(), e.remedy());
    }
    return Optional.empty();
  }

  private interface Question {
    Reply put() throws IOException;
  }
}
