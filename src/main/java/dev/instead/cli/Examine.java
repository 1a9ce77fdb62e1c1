package dev.instead.cli;

import dev.instead.setup.Doctor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Check the setup without changing anything, and say what to do.",
      "Looks at settings, policy, store, Slack's token and scopes, each team's channel and groups,",
      "the clock and the public address.",
      "Each line is ok, warn or problem, with what to do."
    })
final class Examine implements Callable<Integer> {
  private final Shell shell;

  Examine(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    Doctor doctor = new Doctor(shell.parts().policies(), shell.parts().stores(), shell.clock());
    boolean well = doctor.examine(shell.environment(), finding -> shell.say(finding.toString()));
    return well ? 0 : 1;
  }
}
