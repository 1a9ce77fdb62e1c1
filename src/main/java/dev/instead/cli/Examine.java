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
      "Check the setup without changing anything, and say what to do.",
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

  Examine(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (retry) {
      DatabaseAddress database = Settings.database(shell.environment());
      shell.say("%d messages that were given up are tried again."
          .formatted(shell.parts().retry(database, shell.clock().instant())));
    }
    Doctor doctor = new Doctor(shell.parts().policies(), shell.parts().stores(), shell.clock());
    boolean well = doctor.examine(shell.environment(), finding -> shell.say(finding.toString()));
    return well ? 0 : 1;
  }
}
