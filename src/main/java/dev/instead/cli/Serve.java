package dev.instead.cli;

import dev.instead.config.Settings;
import picocli.CommandLine.Command;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Run the bot for a real workspace, until it is told to stop (Ctrl+C or SIGTERM).",
      "It then finishes running requests and the messages being sent."
    })
final class Serve implements Runnable {
  private final Shell shell;

  Serve(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Settings settings = Settings.of(shell.environment());
    shell.runUntilStopped(
        shell.parts().serve(settings),
        "Instead is ready: Slack's requests belong to port %d, path /slack/events.");
  }
}
