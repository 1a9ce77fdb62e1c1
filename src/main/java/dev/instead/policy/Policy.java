package dev.instead.policy;

import dev.instead.people.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole, valid policy: every id in it resolves, every don't has its do. Maps keep the file's order.
 *
 * @param version the policy owner's own word for this state of the file, e.g. {@code 2026-11}
 * @param languages the first is the original
 * @param owner who is told when the file breaks
 * @param owners who keeps texts and links right, by role
 * @param administrators who is told when a message can't be delivered
 * @param policyTeam gets the questions that have no answer
 * @param answerWithin how soon it means to answer them, in working time
 * @param retention how long people and their words are kept
 * @param fallback channel ids by platform for cards that can't be posted where they belong
 * @param trained who counts as a trained speaker
 * @param withheld resources that are not handed out whatever their review date, because their page was found dead; no file says so
 * @param groups the subjects under which the answers are read
 */
public record Policy(
    String company,
    String version,
    List<Locale> languages,
    ZoneId zone,
    Stance stance,
    Contact publicContact,
    Members owner,
    Map<String, Members> owners,
    Members administrators,
    TeamId policyTeam,
    Duration answerWithin,
    Retention retention,
    Map<Platform, String> fallback,
    Trained trained,
    Optional<LocalText> speakersNote,
    List<Contact> emergency,
    Map<ResourceId, Resource> resources,
    Map<TeamId, Team> teams,
    Map<SituationId, Situation> situations,
    List<RouteRule> routes,
    Map<RuleId, Answer> answers,
    Groups groups,
    List<Embargo> embargoes,
    List<SensitiveTopic> sensitive,
    List<PersonalAccountRule> personalAccounts,
    List<ProtectedTopic> protectedTopics,
    Set<ResourceId> withheld) {
  public Policy {
    languages = List.copyOf(languages);
    owners = InOrder.copyOf(owners);
    fallback = InOrder.copyOf(fallback);
    emergency = List.copyOf(emergency);
    resources = InOrder.copyOf(resources);
    teams = InOrder.copyOf(teams);
    situations = InOrder.copyOf(situations);
    routes = List.copyOf(routes);
    answers = InOrder.copyOf(answers);
    embargoes = List.copyOf(embargoes);
    sensitive = List.copyOf(sensitive);
    personalAccounts = List.copyOf(personalAccounts);
    protectedTopics = List.copyOf(protectedTopics);
    withheld = Set.copyOf(withheld);
  }

  public Locale original() {
    return languages.get(0);
  }

  /** The policy's language for a reader of {@code wanted}: their own where the policy has it, else the original. */
  public Locale languageFor(Locale wanted) {
    Locale plain = Locale.forLanguageTag(wanted.getLanguage());
    return languages.contains(plain) ? plain : original();
  }

  public Team team(TeamId id) {
    return found(teams.get(id), "team", id.value());
  }

  /** When a question that {@code team} gets now should be answered. */
  public Instant answerDue(Team team, Instant now) {
    return team.hours()
        .map(hours -> hours.plusWorking(now, answerWithin))
        .orElseGet(() -> now.plus(answerWithin));
  }

  /** The situation, or "not sure" when the policy no longer has it: cases outlive policies. */
  public Situation situation(SituationId id) {
    Situation situation = situations.get(id);
    return situation != null
        ? situation
        : found(situations.get(Situation.NOT_SURE), "situation", id.value());
  }

  /** The team that has a case: cases outlive policies, so the policy team takes those of a team that is gone. */
  public Team teamOrHeir(TeamId id) {
    Team team = teams.get(id);
    return team != null ? team : team(policyTeam);
  }

  public Optional<Team> teamIfAny(TeamId id) {
    return Optional.ofNullable(teams.get(id));
  }

  public Stance stanceOn(Situation situation) {
    return situation.stance().orElse(stance);
  }

  /** Who keeps right what {@code role} owns: its own people, or the policy's owner where the file names none. */
  public Members ownersOf(String role) {
    return owners.getOrDefault(role, owner);
  }

  /** The same policy, which hands none of these resources out. */
  public Policy withholding(Set<ResourceId> dead) {
    return new Policy(
        company,
        version,
        languages,
        zone,
        stance,
        publicContact,
        owner,
        owners,
        administrators,
        policyTeam,
        answerWithin,
        retention,
        fallback,
        trained,
        speakersNote,
        emergency,
        resources,
        teams,
        situations,
        routes,
        answers,
        groups,
        embargoes,
        sensitive,
        personalAccounts,
        protectedTopics,
        dead);
  }

  /** The resources that may be handed out on {@code day}: not those past their review date, and none that is withheld. */
  public List<Resource> served(List<ResourceId> ids, LocalDate day) {
    return ids.stream()
        .map(id -> found(resources.get(id), "resource", id.value()))
        .filter(resource -> resource.servedOn(day) && !withheld.contains(resource.id()))
        .toList();
  }

  private <T> T found(@Nullable T value, String kind, String id) {
    if (value == null) {
      throw new IllegalArgumentException(
          "Policy " + version + " has no " + kind + " \"" + id + "\"");
    }
    return value;
  }
}
