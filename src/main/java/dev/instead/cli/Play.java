package dev.instead.cli;

import dev.instead.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "playground",
    mixinStandardHelpOptions = true,
    description = {
      "Run the whole bot with a simulated Slack and Teams in your browser.",
      "No account, no settings; nothing leaves this machine and nothing is kept."
    })
final class Play implements Runnable {
  private final Shell shell;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The page's port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  Play(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Settings.one(Settings.LOG, shell.environment());
    shell.runUntilStopped(
        shell.parts().playground(port),
        "The playground is ready. Open http://127.0.0.1:%d in a browser; Ctrl+C stops it.");
  }
}
