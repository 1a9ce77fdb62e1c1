package dev.instead.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.instead.policy.Policy;
import dev.instead.policy.SituationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A command that asks a policy something. */
abstract class Query implements Runnable {
  private final Shell shell;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "What a colleague would write.")
  private List<String> words = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

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
    answers(policy).forEach(shell::say);
  }

  /** The lines to show. */
  abstract Stream<String> answers(Policy policy);

  final Parts parts() {
    return shell.parts();
  }

  final Parts.Means means() {
    return shell.means();
  }

  final Question question(Policy policy) {
    if (words.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Say what a colleague would write.");
    }
    return question(policy, String.join(" ", words), language);
  }

  Optional<String> situation() {
    return Optional.empty();
  }

  final Question question(Policy policy, String text, @Nullable String language) {
    return new Question(
        text,
        language == null ? policy.original() : language(policy, language),
        at == null ? Instant.now(shell.clock()) : at.toInstant(),
        situation().map(SituationId::new));
  }

  final @Nullable String language() {
    return language;
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
    @Option(
        names = "--batch",
        paramLabel = "FILE",
        description = {
          "Ask every line of a file instead; a language and a TAB may come before the question.",
          "One line each is printed: answer, suggest or none; up to three ids, best first, separated",
          "by commas; the probability that the first is right. TABs separate the three."
        })
    private @Nullable Path batch;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    Ask(Shell shell) {
      super(shell);
    }

    @Override
    Stream<String> answers(Policy policy) {
      if (batch == null) {
        return parts().ask(policy, question(policy), means()).stream();
      }
      List<Question> questions =
          lines(batch).stream().map(line -> inLine(policy, line)).toList();
      return parts().table(policy, questions.stream(), means());
    }

    private Question inLine(Policy policy, String line) {
      int tab = line.indexOf('\t');
      String before = tab < 0 ? "" : line.substring(0, tab).strip();
      Question asked = question(policy, line, language());
      return LANGUAGES.contains(before)
          ? new Question(
              line.substring(tab + 1), Locale.forLanguageTag(before), asked.at(), Optional.empty())
          : asked;
    }

    private static List<String> lines(Path file) {
      try {
        return Files.readAllLines(file, UTF_8);
      } catch (NoSuchFileException e) {
        throw new CommandFailed(List.of("There is no file " + file + "."));
      } catch (IOException e) {
        throw new CommandFailed(List.of(file + " can't be read as UTF-8 text: " + e.getMessage()));
      }
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
    Stream<String> answers(Policy policy) {
      return parts().explain(policy, question(policy)).stream();
    }
  }
}
