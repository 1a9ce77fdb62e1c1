package dev.instead.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.instead.config.Settings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line. Ends with 0 when all is well, 1 when problems were found, 2 when it couldn't be understood. */
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Map<String, String> environment;
  private final Parts parts;
  private final Clock clock;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Consumer<Runnable> onStop;

  Commands(
      Map<String, String> environment,
      Parts parts,
      Clock clock,
      PrintWriter out,
      PrintWriter err,
      Consumer<Runnable> onStop) {
    this.environment = environment;
    this.parts = parts;
    this.clock = clock;
    this.out = out;
    this.err = err;
    this.onStop = onStop;
  }

  /** The command line of this process. Its output is UTF-8 whatever the machine's locale. */
  public static Commands ofThisProcess(Parts parts) {
    return new Commands(
        Settings.environment(),
        parts,
        Clock.systemUTC(),
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8),
        new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        work -> Runtime.getRuntime().addShutdownHook(new Thread(work, "stop")));
  }

  /** Runs one command and returns the process's exit code. */
  public int run(String... arguments) {
    Shell shell = new Shell(environment, parts, clock, out, onStop);
    CommandLine policy = new CommandLine(new Group.PolicyGroup())
        .addSubcommand(new Lint(shell))
        .addSubcommand(new Query.Ask(shell))
        .addSubcommand(new Query.Explain(shell))
        .addSubcommand(new TestPolicy(shell))
        .addSubcommand(new DiffPolicies(shell))
        .addSubcommand(new OpenProposals(shell));
    CommandLine manifest = new CommandLine(new Group.ManifestGroup())
        .addSubcommand(new ManifestSlack(shell))
        .addSubcommand(new ManifestTeams(shell));
    return new CommandLine(new Instead())
        .addSubcommand(new Play(shell))
        .addSubcommand(new Serve(shell))
        .addSubcommand(policy)
        .addSubcommand(manifest)
        .addSubcommand(new Examine(shell))
        .addSubcommand(new BackUp(shell))
        .addSubcommand(new Restore(shell))
        .addSubcommand(new CopyStore(shell))
        .addSubcommand(new ErasePerson(shell))
        .addSubcommand(new ExportPerson(shell))
        .addSubcommand(new Health(shell))
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO))
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
        .execute(arguments);
  }

  private int failed(Exception failure) {
    err.println(isForOperators(failure) ? failure.getMessage() : unexpected(failure));
    LOG.debug("Where it failed", failure);
    err.flush();
    return failure instanceof CommandFailed known ? known.code() : 1;
  }

  /** Exceptions of our own say in their message what is wrong and what to do. */
  private static boolean isForOperators(Exception failure) {
    return failure.getClass().getPackageName().startsWith("dev.instead.");
  }

  private static String unexpected(Exception failure) {
    return "Instead failed: %s: %s. Set INSTEAD_LOG=debug and try again to see where."
        .formatted(failure.getClass().getSimpleName(), failure.getMessage());
  }
}
