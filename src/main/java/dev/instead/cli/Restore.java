package dev.instead.cli;

import dev.instead.config.Settings;
import dev.instead.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    header = "Put a copy in the place of the store.",
    description = {
      "Checks the copy, keeps what was there beside it, and makes the bot look before it repeats",
      "what it may have said since. Stop the bot first."
    })
final class Restore implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "FILE", description = "A copy that \"instead backup\" wrote.")
  private Path from = Path.of("");

  Restore(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Backup.Restored restored = shell
        .parts()
        .restore(from, Settings.database(shell.environment()), shell.clock().instant());
    Backup.Contents contents = restored.contents();
    shell.say("Back again: %s and %s%s."
        .formatted(
            Counted.of(contents.cases(), "case"),
            Counted.of(contents.reports(), "report"),
            contents.last().map(last -> "; nothing after " + last + " is").orElse("")));
    restored
        .before()
        .ifPresent(before -> shell.say("What was there is in " + before + "; delete it in time."));
    shell.say(
        "Start the bot: it draws " + Counted.of(restored.cards(), "card")
            + " of open cases again. Then run \"instead doctor --mend\": it finds cards of cases that are lost.");
    return 0;
  }
}
