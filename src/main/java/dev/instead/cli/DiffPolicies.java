package dev.instead.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "diff", mixinStandardHelpOptions = true, header = "Show what a change of a policy file would do.")
final class DiffPolicies implements Callable<Integer> {
  private final Shell shell;

  DiffPolicies(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.say("");
    return 0;
  }
}
