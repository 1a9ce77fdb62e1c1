package dev.instead.cli;

import dev.instead.policy.Policy;
import dev.instead.policy.SituationId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that asks a policy something. */
abstract class Query implements Runnable {
  private final Shell shell;

  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What a colleague would write.")
  private List<String> words = List.of();

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "The reader's language, e.g. id. Default: the policy's first.")
  private @Nullable String language;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "As if it were that time, e.g. 2026-12-24T17:50+07:00. Default: now.")
  private @Nullable OffsetDateTime at;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy file. Default: INSTEAD_POLICY, or config/policy.yaml.")
  private @Nullable Path file;

  Query(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Policy policy = new ChosenPolicy(shell, file).policy();
    answer(shell.parts(), policy, question(policy, shell.clock())).forEach(shell::say);
  }

  abstract List<String> answer(Parts parts, Policy policy, Question question);

  Optional<String> situation() {
    return Optional.empty();
  }

  private Question question(Policy policy, Clock clock) {
    return new Question(
        String.join(" ", words),
        language == null ? policy.original() : policy.languageFor(Locale.forLanguageTag(language)),
        at == null ? Instant.now(clock) : at.toInstant(),
        situation().map(SituationId::new));
  }

  @Command(
      name = "ask",
      mixinStandardHelpOptions = true,
      description =
          "Show what the bot would answer, e.g. instead policy ask may I post about the new store")
  static final class Ask extends Query {
    Ask(Shell shell) {
      super(shell);
    }

    @Override
    List<String> answer(Parts parts, Policy policy, Question question) {
      return parts.ask(policy, question);
    }
  }

  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description =
          "Show where a report would go, which rule decides that and why, e.g. instead policy explain \"refund complaint on Yelp\"")
  static final class Explain extends Query {
    @Option(
        names = "--situation",
        paramLabel = "ID",
        description = "The situation that the reporter chose. Default: suggested from the text.")
    private @Nullable String situation;

    Explain(Shell shell) {
      super(shell);
    }

    @Override
    Optional<String> situation() {
      return Optional.ofNullable(situation);
    }

    @Override
    List<String> answer(Parts parts, Policy policy, Question question) {
      return parts.explain(policy, question);
    }
  }
}
