package dev.instead.attack;

import dev.instead.config.PolicyAttack;
import dev.instead.report.LinkAttack;
import dev.instead.slack.SlackCardAttack;
import dev.instead.slack.SlackPayloadAttack;
import dev.instead.teams.ActivityAttack;
import dev.instead.teams.TeamsCardAttack;
import dev.instead.teams.TokenAttack;
import dev.instead.web.RequestAttack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Something that strangers can send, and what must hold whatever they send.
 *
 * @param name of its folder of inputs in {@code src/test/resources/attacks}; each that once broke something stays there
 * @param target has the {@code fuzzerTestOneInput} that Jazzer looks for
 * @param body the same method
 * @param fixtures more inputs to begin with
 * @param longest input that the fuzzer makes up, in bytes
 */
record Attack(
    String name, Class<?> target, Consumer<byte[]> body, List<Path> fixtures, int longest) {
  private static final Path INPUTS = Path.of("src/test/resources/attacks");
  private static final Path SLACK = Path.of("src/test/resources/fixtures/slack");
  private static final Path TEAMS = Path.of("src/test/resources/teams");

  static List<Attack> all() {
    return List.of(
        new Attack(
            "request", RequestAttack.class, RequestAttack::fuzzerTestOneInput, List.of(), 4_096),
        new Attack("token", TokenAttack.class, TokenAttack::fuzzerTestOneInput, List.of(), 4_096),
        new Attack(
            "slack-payload",
            SlackPayloadAttack.class,
            SlackPayloadAttack::fuzzerTestOneInput,
            List.of(SLACK.resolve("realistic"), SLACK.resolve("composed")),
            16_384),
        new Attack(
            "activity",
            ActivityAttack.class,
            ActivityAttack::fuzzerTestOneInput,
            List.of(TEAMS.resolve("composed/inbound"), TEAMS.resolve("captured")),
            16_384),
        new Attack("link", LinkAttack.class, LinkAttack::fuzzerTestOneInput, List.of(), 4_096),
        new Attack(
            "policy", PolicyAttack.class, PolicyAttack::fuzzerTestOneInput, List.of(), 16_384),
        new Attack(
            "slack-card",
            SlackCardAttack.class,
            SlackCardAttack::fuzzerTestOneInput,
            List.of(),
            1_024),
        new Attack(
            "teams-card",
            TeamsCardAttack.class,
            TeamsCardAttack::fuzzerTestOneInput,
            List.of(),
            1_024));
  }

  Path inputs() {
    return INPUTS.resolve(name);
  }

  /** What is known to be hard, and what is usual. */
  List<Path> seeds() {
    List<Path> seeds = new ArrayList<>();
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(Files::isRegularFile).sorted().forEach(seeds::add);
      } catch (IOException e) {
        throw new AssertionError(folder + " can't be listed", e);
      }
    }
    return seeds;
  }

  List<Path> folders() {
    return Stream.concat(Stream.of(inputs()), fixtures.stream()).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
