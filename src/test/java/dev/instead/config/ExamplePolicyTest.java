package dev.instead.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instead.policy.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example that every new user starts from. */
class ExamplePolicyTest {
  @Test
  void the_example_is_without_fault_and_rich() {
    Reading reading = PolicyReader.read(Path.of("config/policy.yaml"), LocalDate.of(2026, 11, 22));
    Reading.Valid valid = assertInstanceOf(Reading.Valid.class, reading, reading::toString);
    assertEquals(List.of(), valid.warnings());
    Policy policy = valid.policy();
    assertTrue(
        policy.situations().size() >= 15, "situations: " + policy.situations().size());
    assertTrue(policy.answers().size() >= 40, "answers: " + policy.answers().size());
  }
}
