package dev.instead.attack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer once found stays mended, and so does what a few hundred small changes make of it. {@link Fuzzing} looks for more. */
@Timeout(120)
class AttackTest {
  private static final int CHANGES = 10;

  static List<Attack> attacks() {
    return Attack.all();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void every_known_input_does_no_harm_as_it_is_and_changed(Attack attack) throws IOException {
    assertFalse(attack.seeds().isEmpty());
    for (Path seed : attack.seeds()) {
      byte[] input = Files.readAllBytes(seed);
      withstands(attack, seed, input);
      Random dice = new Random(seed.getFileName().toString().hashCode());
      for (int i = 0; i < CHANGES; i++) {
        withstands(attack, seed, changed(input, dice));
      }
    }
  }

  private static void withstands(Attack attack, Path seed, byte[] input) {
    assertDoesNotThrow(
        () -> attack.body().accept(input),
        () -> seed + ": " + HexFormat.of().formatHex(input, 0, Math.min(input.length, 2_000)));
  }

  /** One piece put in another place, or one byte changed. */
  private static byte[] changed(byte[] input, Random dice) {
    byte[] changed = input.clone();
    if (changed.length == 0) {
      return new byte[] {(byte) dice.nextInt()};
    }
    int at = dice.nextInt(changed.length);
    if (dice.nextBoolean()) {
      changed[at] = (byte) dice.nextInt();
    } else {
      int from = dice.nextInt(changed.length);
      int length = Math.min(dice.nextInt(16), changed.length - Math.max(at, from));
      System.arraycopy(input, from, changed, at, length);
    }
    return changed;
  }
}
