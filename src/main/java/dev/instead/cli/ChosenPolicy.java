package dev.instead.cli;

import dev.instead.config.Settings;
import dev.instead.policy.Policy;
import dev.instead.setup.PolicyCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policy file that a command works on: the one given, else the one set. */
record ChosenPolicy(Shell shell, @Nullable Path given) {
  Path path() {
    return Optional.ofNullable(given)
        .orElseGet(() -> Settings.one(Settings.POLICY, shell.environment()));
  }

  PolicyCheck.Checked check() {
    Settings.one(Settings.LOG, shell.environment());
    return shell.parts().policies().check(path());
  }

  /** The policy; one that is broken can't be read as far as the command is concerned. */
  Policy readable() {
    PolicyCheck.Checked checked = check();
    List<String> problems = checked.problems();
    return checked.policy().orElseThrow(() -> CommandFailed.unreadable(problems));
  }

  /** The policy, or all its problems as a failure of the command. */
  Policy policy() {
    PolicyCheck.Checked checked = check();
    List<String> problems = checked.problems();
    return checked.policy().orElseThrow(() -> new CommandFailed(problems));
  }
}
