package dev.instead.cli;

import dev.instead.config.Settings;
import dev.instead.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    header = "Copy the store, also while the bot runs.",
    description = {
      "Writes a copy of the SQLite file that INSTEAD_DATABASE_URL names as it is at one moment,",
      "and reads it through. It holds reports and names: keep it as you keep the store."
    })
final class BackUp implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "FILE", description = "Where to write the copy; must not be there yet.")
  private Path to = Path.of("");

  BackUp(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Backup.Contents copy = shell.parts().backup(Settings.database(shell.environment()), to);
    shell.say("%s holds %s and %s%s."
        .formatted(
            copy.file(),
            Counted.of(copy.cases(), "case"),
            Counted.of(copy.reports(), "report"),
            copy.last().map(last -> ", the last change at " + last).orElse("")));
    return 0;
  }
}
