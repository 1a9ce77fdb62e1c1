package dev.instead.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  @TempDir
  private Path folder;

  private final Counting encoder = new Counting("one");

  @Test
  void a_text_is_encoded_once_and_found_again_after_a_restart() {
    float[] first = keep("a text");
    float[] again = keep("a text");

    assertArrayEquals(first, again);
    assertEquals(1, encoder.times);
  }

  @Test
  void what_the_policy_no_longer_says_is_not_kept() throws IOException {
    VectorFile both = new VectorFile(Optional.of(folder), encoder);
    both.point("old");
    both.point("new");
    both.save();
    long size = Files.size(file());
    keep("new");

    assertTrue(Files.size(file()) < size);
  }

  @Test
  void a_file_that_was_cut_or_changed_is_made_again() throws IOException {
    keep("a text");
    byte[] good = Files.readAllBytes(file());
    for (int cut = 0; cut < good.length; cut += 7) {
      Files.write(file(), Arrays.copyOf(good, cut));
      assertEquals(6, keep("a text")[0]);
    }
    for (int at = 0; at < good.length; at += 3) {
      byte[] changed = good.clone();
      changed[at] ^= 0x55;
      Files.write(file(), changed);
      assertEquals(6, keep("a text")[0], "with byte " + at + " changed");
    }
  }

  @Test
  void the_points_of_another_model_are_not_taken() {
    keep("a text");
    Counting other = new Counting("other");
    new VectorFile(Optional.of(folder), other).point("a text");

    assertEquals(1, other.times);
  }

  @Test
  void a_folder_that_cannot_be_made_is_done_without() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file");
    VectorFile vectors = new VectorFile(Optional.of(blocked.resolve("inside")), encoder);
    vectors.point("a text");
    vectors.save();

    assertEquals("a file", Files.readString(blocked));
  }

  private float[] keep(String text) {
    VectorFile vectors = new VectorFile(Optional.of(folder), encoder);
    float[] point = vectors.point(text);
    vectors.save();
    return point;
  }

  private Path file() {
    return folder.resolve("vectors.bin");
  }

  private static final class Counting implements Encoder {
    private final String model;
    private int times;

    Counting(String model) {
      this.model = model;
    }

    @Override
    public float[] encode(String text) {
      times++;
      return new float[] {text.length(), 1};
    }

    @Override
    public String model() {
      return model;
    }
  }
}
