package dev.instead.cli;

import dev.instead.setup.PolicyCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    header = "Find everything that is wrong with a policy file.",
    description = {
      "Each problem is one line:",
      "  file:line: what is wrong. What to do.",
      "Warnings don't fail."
    })
final class Lint implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The policy file. Default: INSTEAD_POLICY, or config/policy.yaml.")
  private @Nullable Path file;

  Lint(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    ChosenPolicy policy = new ChosenPolicy(shell, file);
    PolicyCheck.Checked checked = policy.check();
    Optional<Parts.Questioned> questioned =
        checked.policy().map(valid -> shell.parts().examine(policy.path(), valid, shell.means()));
    List<String> warnings = Stream.concat(
            checked.warnings().stream(),
            questioned.stream().flatMap(found -> found.warnings().stream()))
        .toList();
    checked.problems().forEach(shell::say);
    warnings.forEach(warning -> shell.say(asWarning(warning)));
    shell.say("%s: %s, %s.%s"
        .formatted(
            policy.path(),
            Counted.of(checked.problems().size(), "problem"),
            Counted.of(warnings.size(), "warning"),
            questioned.map(Lint::how).orElse("")));
    return checked.problems().isEmpty() ? 0 : 1;
  }

  private static String how(Parts.Questioned questioned) {
    return " Questions were compared "
        + (questioned.byMeaning() ? "by meaning." : "by words and letters alone.");
  }

  // file:line: comes first, so that editors and terminals still find the place.
  private static String asWarning(String line) {
    return line.replaceFirst("^(.*?:\\d+:) ", "$1 warning: ");
  }
}
