package dev.instead.cli;

import dev.instead.config.Settings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Run the bot for Slack, Teams or both, until it is told to stop (Ctrl+C or SIGTERM).",
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
    shell.runUntilStopped(shell.parts().serve(settings), ready(settings));
  }

  private static String ready(Settings settings) {
    List<String> doors = new ArrayList<>();
    settings.slack().ifPresent(used -> doors.add("Slack's requests to /slack/events"));
    settings.teams().ifPresent(used -> doors.add("Teams' requests to /api/messages"));
    return "Instead is ready on port %d: send " + String.join(" and ", doors) + ".";
  }
}
