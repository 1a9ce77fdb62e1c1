package dev.instead.cli;

import dev.instead.policy.Policy;
import dev.instead.policy.SituationId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
      converter = Moment.class,
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
        language == null ? policy.original() : language(policy, language),
        at == null ? Instant.now(clock) : at.toInstant(),
        situation().map(SituationId::new));
  }

  private static Locale language(Policy policy, String asked) {
    Locale language = Locale.forLanguageTag(asked);
    if (!policy.languages().contains(Locale.forLanguageTag(language.getLanguage()))) {
      String known =
          policy.languages().stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
      throw new CommandFailed(List.of(
          "The policy has no language \"" + asked + "\". Its languages are: " + known + "."));
    }
    return policy.languageFor(language);
  }

  /** A time with its zone, and what to write when it isn't one. */
  static final class Moment implements ITypeConverter<OffsetDateTime> {
    @Override
    public OffsetDateTime convert(String typed) {
      try {
        return OffsetDateTime.parse(typed);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "\"" + typed + "\" is no time with a zone. Write it like 2026-12-24T17:50+07:00.");
      }
    }
  }

  @Command(
      name = "ask",
      mixinStandardHelpOptions = true,
      header = "Show what the bot would answer.",
      description = "E.g. instead policy ask may I post about the new store")
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
      header = "Show where a report would go, which rule decides that and why.",
      description = "E.g. instead policy explain \"refund complaint on Yelp\"")
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
