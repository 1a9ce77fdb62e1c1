package dev.instead.cli;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "proposals",
    mixinStandardHelpOptions = true,
    header = "Print the open proposals for the policy file as patches, or drop one.",
    description = {
      "Each has its id before it and is a unified diff, made from the file as it was then. Read it, keep what you want, and",
      "apply it in the folder of the policy file: patch -p1 < FILE, or git apply FILE.",
      "Nothing is applied by this command. Works beside a running bot."
    })
final class OpenProposals implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "The database, such as jdbc:sqlite:/path/file. Default: INSTEAD_DATABASE_URL.")
  private @Nullable String database;

  @Option(
      names = "--drop",
      paramLabel = "ID",
      description = "Drop the open proposal of this id, and print nothing of the others.")
  private @Nullable String dropped;

  OpenProposals(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    DatabaseAddress address = database == null
        ? Settings.database(shell.environment())
        : DatabaseAddress.of(database, shell.environment());
    if (dropped == null) {
      shell.parts().proposals(address).forEach(shell::say);
    } else {
      drop(address, dropped);
    }
    return 0;
  }

  private void drop(DatabaseAddress address, String id) {
    if (!shell.parts().dropProposal(address, id)) {
      throw new CommandFailed(List.of("There is no open proposal \"" + id
          + "\". `instead policy proposals` prints those that are open, each behind its id."));
    }
    shell.say("Dropped: " + id);
  }
}
