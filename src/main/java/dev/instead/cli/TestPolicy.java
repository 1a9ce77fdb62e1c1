package dev.instead.cli;

import dev.instead.config.Fixture;
import dev.instead.config.FixtureFile;
import dev.instead.config.Problem;
import dev.instead.policy.Policy;
import dev.instead.trial.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    header = "Run the tests that lie beside a policy file.",
    description = {
      "Each test that fails is one line:",
      "  file:line: expected …, got ….",
      "Ends with 1 when any failed, and with 2 when a file can't be read."
    })
final class TestPolicy implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy file. Default: INSTEAD_POLICY, or config/policy.yaml.")
  private @Nullable Path file;

  @Parameters(
      paramLabel = "FIXTURES",
      arity = "0..*",
      description = "Files of tests. Default: policy-tests.yaml in the policy's folder.")
  private List<Path> fixtures = List.of();

  TestPolicy(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    ChosenPolicy chosen = new ChosenPolicy(shell, file);
    Policy policy = chosen.readable();
    List<Fixture> tests = tests(policy, chosen.path());
    Parts.Ready ready = shell.parts().ready(List.of(policy), shell.means());
    Trial trial = new Trial(policy, ready.matcher());
    int failed = 0;
    for (Fixture test : tests) {
      String miss = trial.miss(test).orElse("");
      if (!miss.isEmpty()) {
        shell.say(test.place() + ": " + miss + ".");
        failed++;
      }
    }
    shell.say("%s of %s: %d passed, %d failed. Questions were matched %s."
        .formatted(
            Counted.of(tests.size(), "test"),
            chosen.path(),
            tests.size() - failed,
            failed,
            ready.how()));
    return failed == 0 ? 0 : 1;
  }

  private List<Fixture> tests(Policy policy, Path beside) {
    List<Fixture> tests = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<Path> files =
        fixtures.isEmpty() ? List.of(beside.resolveSibling("policy-tests.yaml")) : fixtures;
    for (Path each : files) {
      FixtureFile read = FixtureFile.read(each, policy);
      tests.addAll(read.fixtures());
      read.problems().stream().map(Problem::toString).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw CommandFailed.unreadable(problems);
    }
    return tests;
  }
}
