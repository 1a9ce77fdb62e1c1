package dev.instead.cli;

import dev.instead.Bot;
import dev.instead.config.DatabaseAddress;
import dev.instead.config.PolicyLines;
import dev.instead.config.PolicyReader;
import dev.instead.config.Problem;
import dev.instead.config.Reading;
import dev.instead.config.Settings;
import dev.instead.desk.Matcher;
import dev.instead.desk.Proposals;
import dev.instead.people.Person;
import dev.instead.playground.Playground;
import dev.instead.policy.Explanation;
import dev.instead.policy.Patch;
import dev.instead.policy.Policy;
import dev.instead.policy.Situation;
import dev.instead.policy.SituationId;
import dev.instead.search.LuceneMatcher;
import dev.instead.search.MeaningMatcher;
import dev.instead.setup.CardCheck;
import dev.instead.setup.PolicyCheck;
import dev.instead.setup.StoreCheck;
import dev.instead.store.Backup;
import dev.instead.store.Look;
import dev.instead.store.PersonRecords;
import dev.instead.store.StoreCopy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts as they are outside of tests. */
public final class Wired implements Parts {
  private final Clock clock = Clock.systemUTC();
  private final Matcher matcher = new LuceneMatcher();

  @Override
  public Running serve(Settings settings) {
    Bot bot = Bot.start(settings, clock);
    return running(bot.address(), bot::close);
  }

  @Override
  public Running playground(int port) {
    Playground playground = Playground.start(ExamplePolicy.path(), port);
    return running(playground.address(), playground::close);
  }

  @Override
  public PolicyCheck policies() {
    return file -> check(file, LocalDate.now(clock));
  }

  @Override
  public StoreCheck stores() {
    return address -> {
      Look look = Look.at(address);
      return new StoreCheck.Looked(
          look.place(), look.isNew(), look.givenUp(), look.stuck(), look.spots());
    };
  }

  @Override
  public CardCheck cards() {
    return Look::known;
  }

  @Override
  public int retry(DatabaseAddress database, Instant now) {
    return Look.retry(database, now);
  }

  @Override
  public Map<String, Long> copy(DatabaseAddress from, DatabaseAddress to) {
    return StoreCopy.copy(from, to);
  }

  @Override
  public Backup.Contents backup(DatabaseAddress database, Path to) {
    return Backup.take(database, to);
  }

  @Override
  public Backup.Restored restore(Path copy, DatabaseAddress database, Instant now) {
    return Backup.restore(copy, database, now);
  }

  @Override
  public PersonRecords.Records records(DatabaseAddress database, Person person) {
    return PersonRecords.of(database, person);
  }

  @Override
  public PersonRecords.Erased erase(
      DatabaseAddress database, Person person, PersonRecords.Space space, Instant now) {
    return PersonRecords.erase(database, person, space, now);
  }

  @Override
  public List<String> proposals(DatabaseAddress database) {
    return Look.proposals(database).stream().map(Wired::printed).toList();
  }

  @Override
  public boolean dropProposal(DatabaseAddress database, String id) {
    return Look.drop(database, id, clock.instant());
  }

  private static String printed(Proposals.Kept kept) {
    Patch patch = kept.patch();
    return "# %s: %s %s, proposed %s for policy %s\n%s"
        .formatted(
            kept.id(),
            patch.kind(),
            patch.about().value(),
            kept.at(),
            patch.policyVersion().replaceAll("\\s+", " "),
            patch.diff().stripTrailing());
  }

  @Override
  public List<String> ask(Policy policy, Question question, Parts.Means means) {
    Matcher warm = ready(List.of(policy), means).matcher();
    return Asked.of(policy, warm.weigh(policy, question.text(), question.language()), question);
  }

  @Override
  public Stream<String> table(Policy policy, Stream<Question> questions, Parts.Means means) {
    Matcher warm = ready(List.of(policy), means).matcher();
    return questions.map(
        question -> Asked.row(warm.weigh(policy, question.text(), question.language())));
  }

  @Override
  public Parts.Questioned examine(Path file, Policy policy, Parts.Means means) {
    MeaningMatcher examiner = new MeaningMatcher(means.encoder(), means.cache());
    examiner.warm(policy);
    return new Parts.Questioned(
        Examined.warnings(PolicyLines.of(file, policy), examiner.examine(policy)),
        examiner.isWarm(policy));
  }

  @Override
  public Parts.Ready ready(List<Policy> policies, Parts.Means means) {
    MeaningMatcher ready = new MeaningMatcher(means.encoder(), means.cache());
    for (Policy policy : policies) {
      ready.prepare(policy);
      ready.warm(policy);
    }
    return new Parts.Ready(ready, policies.stream().allMatch(ready::isWarm));
  }

  @Override
  public List<String> explain(Policy policy, Question question) {
    Optional<SituationId> named = question.situation();
    if (named.isPresent() && !policy.situations().containsKey(named.get())) {
      throw new CommandFailed(List.of("The policy has no situation \"" + named.get()
          + "\". Its situations are: " + policy.situations().keySet() + "."));
    }
    SituationId situation =
        named.orElseGet(() -> matcher.suggest(policy, question.text(), question.language()));
    Explanation.Found found = named.isPresent()
        ? Explanation.Found.NAMED
        : situation.equals(Situation.NOT_SURE)
            ? Explanation.Found.LEFT
            : Explanation.Found.SUGGESTED;
    return Explanation.of(policy, situation, found, question.language(), question.at());
  }

  private static PolicyCheck.Checked check(Path file, LocalDate today) {
    Reading reading = PolicyReader.read(file, today);
    if (reading instanceof Reading.Valid valid) {
      return new PolicyCheck.Checked(
          Optional.of(valid.policy()), List.of(), lines(valid.warnings()));
    }
    return new PolicyCheck.Checked(
        Optional.empty(), lines(((Reading.Refused) reading).problems()), List.of());
  }

  private static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  private static Running running(URI address, Runnable close) {
    return new Running() {
      @Override
      public URI address() {
        return address;
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }
}
