package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Accounts;
import dev.instead.people.Directory;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.people.Profile;
import dev.instead.policy.Members;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Situation;
import dev.instead.policy.Stance;
import dev.instead.policy.Team;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who reads: language, greeting and standing of people, decided carefully where the platform can't be asked in time. */
public final class Readers {
  /** How many days before its end a speaker hears of it. */
  private static final int REMINDER = 30;

  private final PolicyBook policies;
  private final Directory directory;
  private final Accounts accounts;

  public Readers(PolicyBook policies, Directory directory, Accounts accounts) {
    this.policies = policies;
    this.directory = directory;
    this.accounts = accounts;
  }

  public Reader of(Person person) {
    Optional<Profile> profile = directory.profile(person);
    Policy policy = policies.current();
    Locale language =
        profile.flatMap(Profile::locale).map(policy::languageFor).orElse(policy.original());
    return new Reader(person, language, profile);
  }

  /** The language of what the person is told. */
  public Locale languageOf(Person person) {
    return of(person).language();
  }

  /** Names of people for those who read them on another platform; people whose name is unknown are left out, and those who were erased. */
  public Map<Person, String> namesOf(Collection<Person> people) {
    Set<Person> known =
        people.stream().filter(person -> !person.isFormer()).collect(Collectors.toSet());
    return known.isEmpty() ? Map.of() : directory.names(known);
  }

  /** The polite refusal for guests, outsiders and deactivated accounts; empty for colleagues and where it can't be known in time. */
  public Optional<Notice> refusal(Person person) {
    return refusal(of(person));
  }

  /** The same refusal, for somebody whom the platform already told to be from outside. */
  public Notice refusal() {
    return new Notice.Refused(policies.current().publicContact());
  }

  Optional<Notice> refusal(Reader reader) {
    return reader
        .profile()
        .filter(profile -> profile.standing() != Profile.Standing.COLLEAGUE
            && profile.standing() != Profile.Standing.UNKNOWN)
        .map(profile -> refusal());
  }

  /** Why the person may not read what is for colleagues only; who may be one is asked to come again. */
  Optional<Notice> notInside(Reader reader) {
    return refusal(reader)
        .or(() -> reader
            .profile()
            .filter(profile -> profile.standing() == Profile.Standing.UNKNOWN)
            .map(profile -> new Notice.OneMoment()));
  }

  /** Asks for the groups of all teams before somebody has to wait for them; for a thread that has time. */
  public void meetTeams(Platform platform, String workspace) {
    groups(policies.current().teams().values(), platform)
        .forEach(group -> directory.members(platform, workspace, group));
  }

  /**
   * The groups that can't be read in time, of those teams which the person may belong to by them. All groups are asked for at once: it takes
   * no longer than for one.
   */
  Set<Group> unread(Collection<Team> teams, Person person) {
    Platform platform = person.platform();
    Set<String> read = directory
        .membersOfAll(platform, person.workspace(), groups(teams, platform))
        .keySet();
    List<Team> unsure = teams.stream()
        .filter(team -> membership(team, person) == Membership.UNKNOWN)
        .toList();
    return groups(unsure, platform).stream()
        .filter(group -> !read.contains(group))
        .map(group -> new Group(platform, person.workspace(), group))
        .collect(Collectors.toSet());
  }

  private static Set<String> groups(Collection<Team> teams, Platform platform) {
    return teams.stream()
        .flatMap(team ->
            Stream.concat(team.members().on(platform).stream(), team.lead().on(platform).stream()))
        .filter(id -> Members.isGroup(platform, id))
        .collect(Collectors.toSet());
  }

  /** Whether the person belongs to the team (its lead does too), by the policy's list or the platform's groups. */
  public Membership membership(Team team, Person person) {
    Membership listed = membership(team.members(), person);
    if (listed == Membership.YES || membership(team.lead(), person) == Membership.YES) {
      return Membership.YES;
    }
    return listed;
  }

  /** Whether the person is among those who own the policy, by any of their accounts. */
  Membership owns(Policy policy, Person person) {
    return isOneOf(policy.owner(), person);
  }

  /** Whether any account of the person is among these. */
  Membership isOneOf(Members members, Person person) {
    Membership careful = Membership.NO;
    for (Person account : accounts.of(person)) {
      Membership known = membership(members, account);
      if (known == Membership.YES) {
        return known;
      }
      careful = known == Membership.UNKNOWN ? known : careful;
    }
    return careful;
  }

  boolean leads(Team team, Person person) {
    return membership(team.lead(), person) == Membership.YES;
  }

  /** Whether the person may answer customers in a situation on a day; not when it can't be known in time. */
  public boolean mayAnswer(Policy policy, Situation situation, Person person, LocalDate today) {
    return switch (policy.stanceOn(situation)) {
      case STRICT -> false;
      case TRAINED -> isTrained(policy, person, today);
      case RELAXED -> true;
    };
  }

  /** The stance as it concerns one person: where trained people may speak, everybody else is under the strict one. */
  public Stance stanceFor(Policy policy, Person person, LocalDate today) {
    boolean may = policy.stance() != Stance.TRAINED || isTrained(policy, person, today);
    return may ? policy.stance() : Stance.STRICT;
  }

  /** What to tell about a person's training: that it has ended, or ends within 30 days; empty where that changes nothing for them. */
  static Optional<Notice.Training> training(Policy policy, Person person, LocalDate today) {
    return policy
        .trained()
        .until(person)
        .filter(
            last -> policy.stance() == Stance.TRAINED && !today.isBefore(last.minusDays(REMINDER)))
        .map(last -> new Notice.Training(
            last,
            policy.trained().endedFor(person, today),
            policy.team(policy.policyTeam()).name()));
  }

  private boolean isTrained(Policy policy, Person person, LocalDate today) {
    return !policy.trained().endedFor(person, today)
        && membership(policy.trained().members(), person) == Membership.YES;
  }

  private Membership membership(Members members, Person person) {
    List<String> listed = members.on(person.platform());
    if (listed.contains(person.id())) {
      return Membership.YES;
    }
    Membership careful = Membership.NO;
    for (String group : listed) {
      if (Members.isGroup(person.platform(), group)) {
        Optional<Set<String>> known =
            directory.members(person.platform(), person.workspace(), group);
        if (known.map(ids -> ids.contains(person.id())).orElse(false)) {
          return Membership.YES;
        }
        careful = known.isPresent() ? careful : Membership.UNKNOWN;
      }
    }
    return careful;
  }

  /** A platform's group that a team of the policy names. */
  record Group(Platform platform, String workspace, String id) {}

  /** Whether somebody belongs to a team. */
  public enum Membership {
    YES,
    NO,
    UNKNOWN
  }
}
