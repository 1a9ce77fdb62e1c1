package dev.instead.config;

import dev.instead.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * A file of tests for a policy (UTF-8, YAML 1.2, at most 1 MB), as {@code config/policy-tests.schema.json} describes it.
 *
 * @param fixtures in the file's order, as far as they could be read
 * @param problems everything that is wrong with the file, in its order; with any, it should not be relied on
 */
public record FixtureFile(List<Fixture> fixtures, List<Problem> problems) {
  public FixtureFile {
    fixtures = List.copyOf(fixtures);
    problems = List.copyOf(problems);
  }

  /** Reads a file once, for a policy: what it names must be there. */
  public static FixtureFile read(Path path, Policy policy) {
    return read(path, Optional.of(policy));
  }

  /** Reads a file's form alone, for policies that need not have all that it names. */
  public static FixtureFile read(Path path) {
    return read(path, Optional.empty());
  }

  private static FixtureFile read(Path path, Optional<Policy> policy) {
    try {
      return read(path.toString(), SmallFile.bytes(path), policy);
    } catch (UnreadableException e) {
      return new FixtureFile(List.of(), List.of(e.problem()));
    }
  }

  static FixtureFile read(String file, byte[] bytes, Optional<Policy> policy) {
    try {
      MappingNode root = YamlTree.compose(file, SmallFile.text(file, bytes));
      Problems problems = Places.of(file, root);
      List<Fixture> fixtures =
          new FixtureReader(file, policy).read(new Section(root, "the file", "", problems));
      return new FixtureFile(fixtures, problems.errors());
    } catch (UnreadableException e) {
      return new FixtureFile(List.of(), List.of(e.problem()));
    }
  }
}
