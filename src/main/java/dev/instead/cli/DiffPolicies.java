package dev.instead.cli;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Fixture;
import dev.instead.config.FixtureFile;
import dev.instead.config.Problem;
import dev.instead.config.Settings;
import dev.instead.desk.StoreException;
import dev.instead.policy.Policy;
import dev.instead.setup.PolicyCheck;
import dev.instead.trial.Difference;
import dev.instead.trial.DifferenceJson;
import dev.instead.trial.DifferenceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    header = "Show what a changed policy file would do, without changing anything.",
    description = {
      "Compares the entries, what becomes of the policy's own examples, and, if you like, of",
      "tests and of the cases in a store. Of restricted cases only the numbers are shown.",
      "Ends with 0 when nothing changes, 1 when something does, 2 when a file can't be read."
    })
final class DiffPolicies implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "OLD", description = "The policy file as it is.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The policy file as it may become.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path changed;

  @Option(
      names = "--replay",
      paramLabel = "DATABASE",
      description =
          "Route the cases of this store again: its file or JDBC URL. It is only read; for PostgreSQL user and password are INSTEAD_DATABASE_USER and INSTEAD_DATABASE_PASSWORD.")
  private @Nullable String database;

  @Option(
      names = "--fixtures",
      paramLabel = "FILE",
      description = "Run these tests. Default: policy-tests.yaml in NEW's folder, if there is one.")
  private @Nullable Path fixtures;

  @Option(names = "--json", description = "Print one JSON object, for programs.")
  private boolean json;

  DiffPolicies(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    Optional<Policy> before = policy(old, problems);
    Optional<Policy> after = policy(changed, problems);
    List<Fixture> tests = tests(problems);
    Optional<DatabaseAddress> store = store(problems);
    if (before.isEmpty() || after.isEmpty() || !problems.isEmpty()) {
      throw CommandFailed.unreadable(problems);
    }
    // The old one last: the vectors that stay on disk are those of the latest, and the bot runs on
    // it.
    Parts.Ready ready = shell.parts().ready(List.of(after.get(), before.get()), shell.means());
    Difference difference = difference(before.get(), after.get(), ready, tests, store);
    if (json) {
      shell.say(DifferenceJson.of(difference, ready.how()));
    } else {
      DifferenceText.of(difference, ready.how()).forEach(shell::say);
    }
    return difference.isNone() ? 0 : 1;
  }

  private Difference difference(
      Policy before,
      Policy after,
      Parts.Ready ready,
      List<Fixture> tests,
      Optional<DatabaseAddress> store) {
    try {
      return Difference.between(before, after, ready.matcher(), tests, store);
    } catch (StoreException e) {
      throw CommandFailed.unreadable(List.of(String.valueOf(e.getMessage())));
    }
  }

  private Optional<Policy> policy(Path file, List<String> problems) {
    PolicyCheck.Checked checked = new ChosenPolicy(shell, file).check();
    problems.addAll(checked.problems());
    return checked.policy();
  }

  private Optional<DatabaseAddress> store(List<String> problems) {
    if (database == null) {
      return Optional.empty();
    }
    String url = database.startsWith("jdbc:") ? database : "jdbc:sqlite:" + database;
    try {
      return Optional.of(DatabaseAddress.of(url, shell.environment()));
    } catch (Settings.Problems wrong) {
      problems.addAll(wrong.lines());
      return Optional.empty();
    }
  }

  private List<Fixture> tests(List<String> problems) {
    Path file = fixtures == null ? changed.resolveSibling("policy-tests.yaml") : fixtures;
    if (fixtures == null && !Files.isRegularFile(file)) {
      return List.of();
    }
    FixtureFile read = FixtureFile.read(file);
    read.problems().stream().map(Problem::toString).forEach(problems::add);
    return read.fixtures();
  }
}
