package dev.instead.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others. */
@Command(synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true)
abstract class Group implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  @Command(name = "policy", description = "Check and question a policy file; no server needed.")
  static final class PolicyGroup extends Group {}

  @Command(name = "manifest", description = "Make the app's manifest for your host.")
  static final class ManifestGroup extends Group {}
}
