package dev.instead.cli;

import dev.instead.config.DatabaseAddress;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "copy",
    mixinStandardHelpOptions = true,
    header = "Move a store from SQLite to PostgreSQL.",
    description = {
      "Copies every table into an empty database, reads each row back, and keeps nothing unless all",
      "of it is what it was. Stop the bot first; start it on the new database afterwards.",
      "User and password are INSTEAD_DATABASE_USER and INSTEAD_DATABASE_PASSWORD."
    })
final class CopyStore implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URL",
      description = "The store so far, jdbc:sqlite:/path/file.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "The new one, jdbc:postgresql://host/database.")
  private String to = "";

  CopyStore(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Map<String, Long> rows = shell
        .parts()
        .copy(
            DatabaseAddress.of(from, shell.environment()),
            DatabaseAddress.of(to, shell.environment()));
    rows.forEach((table, count) -> shell.say("%-14s %d".formatted(table, count)));
    shell.say("All rows were read back and are what they were. Now set INSTEAD_DATABASE_URL=%s."
        .formatted(to));
    return 0;
  }
}
