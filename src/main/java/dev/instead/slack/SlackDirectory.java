package dev.instead.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.User;
import dev.instead.calls.Bucket;
import dev.instead.calls.Introductions;
import dev.instead.calls.LookUps;
import dev.instead.people.Accounts;
import dev.instead.people.Directory;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack knows of people and user groups, asked as seldom as its limits demand. */
public final class SlackDirectory implements Directory {
  /** Slack's tier 4 and tier 2. */
  private static final int PEOPLE_A_MINUTE = 100;

  private static final int GROUPS_A_MINUTE = 20;
  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_GROUPS = 1_000;

  /** Fits several times into the 3 seconds that Slack gives an answer. */
  static final Duration PATIENCE = Duration.ofMillis(300);

  private static final Logger LOG = LoggerFactory.getLogger(SlackDirectory.class);

  private final Introductions introductions = new Introductions();
  private final MethodsClient slack;
  private final Installation installation;
  private final LookUps<Person, Profile> people;
  private final LookUps<Group, Set<String>> groups;

  /**
   * A directory that knows nobody yet.
   *
   * @param peopleAskers a few threads with a bounded queue
   * @param groupAskers the same, apart: whoever may act waits for a group, and never behind a crowd of people
   */
  SlackDirectory(
      Slack slack,
      String botToken,
      Installation installation,
      Executor peopleAskers,
      Executor groupAskers) {
    this(slack, botToken, installation, peopleAskers, groupAskers, PATIENCE, System::nanoTime);
  }

  SlackDirectory(
      Slack slack,
      String botToken,
      Installation installation,
      Executor askers,
      Duration patience,
      LongSupplier nanos) {
    this(slack, botToken, installation, askers, askers, patience, nanos);
  }

  private SlackDirectory(
      Slack slack,
      String botToken,
      Installation installation,
      Executor peopleAskers,
      Executor groupAskers,
      Duration patience,
      LongSupplier nanos) {
    this.slack = slack.methods(botToken);
    this.installation = installation;
    this.people = new LookUps<>(
        this::ask, atMost(PEOPLE_A_MINUTE, nanos), peopleAskers, MOST_PEOPLE, patience, nanos);
    this.groups = new LookUps<>(
        this::ask, atMost(GROUPS_A_MINUTE, nanos), groupAskers, MOST_GROUPS, patience, nanos);
  }

  /** A bucket gives what it holds and what runs in meanwhile: half of each, so that no minute has more. */
  private static Bucket atMost(int perMinute, LongSupplier nanos) {
    return new Bucket(perMinute / 2, nanos);
  }

  /** Whose e-mail address is whose is told to {@code accounts} from now on. */
  public void introduceTo(Accounts accounts) {
    introductions.to(accounts);
  }

  @Override
  public Optional<Profile> profile(Person person) {
    return person.platform() == Platform.SLACK ? people.get(person) : Optional.empty();
  }

  @Override
  public Map<Person, String> names(Collection<Person> asked) {
    Map<Person, String> names = new HashMap<>();
    List<Person> own =
        asked.stream().filter(person -> person.platform() == Platform.SLACK).toList();
    people.getAll(own).forEach((person, profile) -> names.put(person, profile.name()));
    return names;
  }

  @Override
  public Optional<Set<String>> members(Platform platform, String workspace, String group) {
    return platform == Platform.SLACK ? groups.get(new Group(workspace, group)) : Optional.empty();
  }

  @Override
  public Map<String, Set<String>> membersOfAll(
      Platform platform, String workspace, Collection<String> asked) {
    if (platform != Platform.SLACK) {
      return Map.of();
    }
    Map<String, Set<String>> members = new HashMap<>();
    groups
        .getAll(asked.stream().map(group -> new Group(workspace, group)).toList())
        .forEach((group, ids) -> members.put(group.id(), ids));
    return members;
  }

  private Optional<Profile> ask(Person person) {
    return asked(
            "users.info", () -> slack.usersInfo(info -> info.user(person.id()).includeLocale(true)))
        .map(answer -> {
          Profile profile = profile(answer.getUser(), person.workspace());
          introductions.told(person, addresses(answer.getUser(), profile.standing()));
          return profile;
        });
  }

  private Optional<Set<String>> ask(Group group) {
    GroupAddress address = GroupAddress.parse(group.id());
    Optional<String> team =
        address.workspace().or(() -> installation.workspaceOfGroups(group.workspace()));
    if (team.isEmpty()) {
      LOG.warn(
          "Nobody is in the user group {}: the organisation has several workspaces, and the policy doesn't say in which it is. Write T…/{} there.",
          group.id(),
          group.id());
      return Optional.empty();
    }
    return asked(
            "usergroups.users.list",
            () -> slack.usergroupsUsersList(
                list -> list.usergroup(address.group()).teamId(team.get())))
        .map(answer -> answer.getUsers() == null ? Set.of() : Set.copyOf(answer.getUsers()));
  }

  private static <R extends SlackApiTextResponse> Optional<R> asked(
      String method, SlackGateway.Call<R> call) {
    try {
      R answer = call.now();
      if (answer.isOk()) {
        return Optional.of(answer);
      }
      LOG.warn("{} was refused: {}; asked again in a minute", method, answer.getError());
    } catch (SlackApiException e) {
      LOG.warn(
          "{} got HTTP {}; asked again in a minute", method, e.getResponse().code());
    } catch (IOException | JsonParseException e) {
      LOG.warn("{} failed: {}; asked again in a minute", method, e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  static Profile profile(User user, String installed) {
    User.@Nullable Profile profile = user.getProfile();
    String name = first(
        user.getRealName(),
        profile == null ? null : profile.getRealName(),
        profile == null ? null : profile.getDisplayName(),
        user.getName());
    String given = name.split(" ", 2)[0];
    return new Profile(
        name, given, locale(user.getLocale()), zone(user.getTz()), standing(user, installed));
  }

  /** Only a colleague's, only if Slack had it confirmed, and only with the scope users:read.email. */
  private static Set<EmailAddress> addresses(User user, Profile.Standing standing) {
    User.@Nullable Profile profile = user.getProfile();
    boolean theirs = standing == Profile.Standing.COLLEAGUE && user.isEmailConfirmed();
    String email = profile == null || profile.getEmail() == null ? "" : profile.getEmail();
    return theirs ? EmailAddress.of(email).map(Set::of).orElse(Set.of()) : Set.of();
  }

  private static Profile.Standing standing(User user, String installed) {
    if (user.isDeleted()) return Profile.Standing.DEACTIVATED;
    if (user.isBot() || user.isWorkflowBot()) return Profile.Standing.BOT;
    if (user.isStranger() || !belongs(user, installed)) return Profile.Standing.OUTSIDER;
    if (user.isRestricted() || user.isUltraRestricted()) return Profile.Standing.GUEST;
    return Profile.Standing.COLLEAGUE;
  }

  /** On Enterprise Grid a colleague's home may be another workspace of the same organisation. */
  private static boolean belongs(User user, String installed) {
    User.@Nullable EnterpriseUser grid = user.getEnterpriseUser();
    if (grid != null) {
      @Nullable List<String> teams = grid.getTeams();
      return installed.equals(grid.getEnterpriseId())
          || installed.equals(user.getTeamId())
          || (teams != null && teams.contains(installed));
    }
    String team = user.getTeamId();
    return team == null || team.isEmpty() || team.equals(installed);
  }

  private static Optional<Locale> locale(@Nullable String tag) {
    return tag == null || tag.isBlank()
        ? Optional.empty()
        : Optional.of(Locale.forLanguageTag(tag))
            .filter(locale -> !locale.getLanguage().isEmpty());
  }

  private static Optional<ZoneId> zone(@Nullable String id) {
    try {
      return id == null || id.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      return Optional.empty(); // a zone that this Java does not know yet
    }
  }

  private static String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return "";
  }

  private record Group(String workspace, String id) {}
}
