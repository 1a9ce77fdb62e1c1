package dev.instead.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policy that the playground plays with: {@code config/policy.yaml} to edit and watch, else a copy of the program's own. */
final class ExamplePolicy {
  private static final Path HERE = Path.of("config", "policy.yaml");

  private ExamplePolicy() {}

  static Path path() {
    return Files.isRegularFile(HERE) ? HERE : copy();
  }

  private static Path copy() {
    try (InputStream in = ExamplePolicy.class.getResourceAsStream("/config/policy.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The program was built without config/policy.yaml");
      }
      Path copy = Files.createTempFile("instead-policy", ".yaml");
      copy.toFile().deleteOnExit();
      Files.write(copy, in.readAllBytes());
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("The example policy can't be copied to a temporary file", e);
    }
  }
}
