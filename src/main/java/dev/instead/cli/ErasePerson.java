package dev.instead.cli;

import dev.instead.store.PersonRecords;
import dev.instead.store.PersonRecords.Space;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    header = "Erase one person from the store.",
    description = {
      "Says what is kept of the person, on both platforms where their accounts are linked, and with",
      "--yes erases it: words, links that nobody else sent, messages to them, name and ids. Cases and",
      "what others wrote stay; what the person did is told of \"a former colleague\" from then on.",
      "Works beside a running bot. Ends with 1 when the store doesn't know the person."
    })
final class ErasePerson implements Callable<Integer> {
  private final Shell shell;

  @Mixin
  private final NamedPerson whom = new NamedPerson();

  @Option(names = "--yes", description = "Erase. Without it, only what would be erased is told.")
  private boolean meant;

  @Option(
      names = "--rewrite",
      description =
          "Write the whole database anew, so that no trace is left in its free space. Writes wait meanwhile: choose a quiet hour.")
  private boolean rewrite;

  ErasePerson(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (whom.records(shell).isEmpty()) {
      return 1;
    }
    if (!meant) {
      shell.say("Nothing was erased. To erase all of this, say it again with --yes.");
      return 0;
    }
    PersonRecords.Erased erased = shell
        .parts()
        .erase(
            whom.database(shell),
            whom.person(),
            rewrite ? Space.REWRITTEN : Space.FREED,
            shell.clock().instant());
    shell.say("Erased.");
    erased.left().forEach(shell::say);
    return 0;
  }
}
