package dev.instead.cli;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Settings;
import dev.instead.setup.Doctor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Check the setup, and say what to do; nothing is changed unless you ask for it.",
      "Looks at settings, policy, store, Slack's token and scopes, Teams' keys, secret and token,",
      "each team's channel and groups, the clock and the public address.",
      "Each line is ok, warn or problem, with what to do."
    })
final class Examine implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--retry",
      description =
          "First make messages due again that were given up; do it once what hindered them is mended.")
  private boolean retry;

  @Option(
      names = "--mend",
      description = {
        "Mend what can be mended from here: join public channels of the policy (with the scope channels:join),",
        "take the buttons off cards of cases that the store doesn't have, delete second cards of a case,",
        "then make messages due again that were given up."
      })
  private boolean mend;

  Examine(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (retry) {
      tryAgain();
    }
    Parts parts = shell.parts();
    Doctor looking = new Doctor(parts.policies(), parts.stores(), parts.cards(), shell.clock());
    Doctor doctor = mend ? looking.mending() : looking;
    boolean well = doctor.examine(shell.environment(), finding -> shell.say(finding.toString()));
    if (mend) {
      tryAgain();
    }
    return well ? 0 : 1;
  }

  private void tryAgain() {
    DatabaseAddress database = Settings.database(shell.environment());
    shell.say("%d messages that were given up are tried again."
        .formatted(shell.parts().retry(database, shell.clock().instant())));
  }
}
