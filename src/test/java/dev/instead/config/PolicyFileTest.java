package dev.instead.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.instead.config.PolicyFile.Change;
import dev.instead.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);

  @TempDir
  Path folder;

  private Path path;

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(folder.resolve("policy.yaml"), PolicySamples.FULL);
  }

  @Test
  void a_broken_file_at_the_start_stops_it_with_every_problem() throws IOException {
    Files.writeString(path, PolicySamples.edited("company: Acme\n", "").replace("hold", "maybe"));
    PolicyRefusedException refused =
        assertThrows(PolicyRefusedException.class, () -> PolicyFile.load(path, CLOCK));
    assertEquals(2, refused.problems().size());
    assertEquals(
        "The policy file " + path + " can't be used. Mend it and start again:\n  "
            + path + ":1: the policy has no \"company\". Add it.\n  "
            + path
            + ":82: \"verdict\" of answer \"new-store\" is \"maybe\". Write one of: go, ask, hold.",
        refused.getMessage());
  }

  @Test
  void an_untouched_file_changes_nothing() {
    PolicyFile file = PolicyFile.load(path, CLOCK);
    Policy before = file.current();
    assertEquals(new Change.Unchanged(), file.refresh());
    assertSame(before, file.current());
  }

  @Test
  void a_valid_change_is_swapped_whole() throws IOException {
    PolicyFile file = PolicyFile.load(path, CLOCK);
    Policy before = file.current();
    Files.writeString(path, PolicySamples.edited("2026-11\"", "2026-12\""));
    Change.Swapped swapped = assertInstanceOf(Change.Swapped.class, file.refresh());
    assertEquals("2026-12", file.current().version());
    assertSame(swapped.policy(), file.current());
    assertEquals("2026-11", before.version());
    assertEquals(new Change.Unchanged(), file.refresh());
  }

  @Test
  void a_change_is_seen_though_the_time_stamp_and_the_size_stay() throws IOException {
    FileTime time = Files.getLastModifiedTime(path);
    PolicyFile file = PolicyFile.load(path, CLOCK);
    Files.writeString(path, PolicySamples.edited("2026-11\"", "2026-12\""));
    Files.setLastModifiedTime(path, time);
    assertInstanceOf(Change.Swapped.class, file.refresh());
  }

  @Test
  void a_broken_change_is_refused_once_and_the_last_good_policy_stays() throws IOException {
    PolicyFile file = PolicyFile.load(path, CLOCK);
    Policy good = file.current();
    Files.writeString(path, PolicySamples.edited("verdict: hold", "verdict: maybe"));
    Change.Refused refused = assertInstanceOf(Change.Refused.class, file.refresh());
    assertEquals(83, refused.problems().get(0).line());
    assertEquals(new Change.Unchanged(), file.refresh());
    assertSame(good, file.current());
  }

  @Test
  void another_mistake_is_told_again() throws IOException {
    PolicyFile file = PolicyFile.load(path, CLOCK);
    Files.writeString(path, PolicySamples.edited("verdict: hold", "verdict: maybe"));
    file.refresh();
    Files.writeString(path, PolicySamples.edited("verdict: hold", "verdict: perhaps"));
    assertInstanceOf(Change.Refused.class, file.refresh());
  }

  @Test
  void a_mended_file_is_in_force_again_even_when_it_is_what_it_was() throws IOException {
    PolicyFile file = PolicyFile.load(path, CLOCK);
    Files.writeString(path, PolicySamples.FULL.substring(0, 1000));
    assertInstanceOf(Change.Refused.class, file.refresh());
    Files.writeString(path, PolicySamples.FULL);
    assertInstanceOf(Change.Swapped.class, file.refresh());
  }

  @Test
  void a_deleted_or_huge_file_is_refused_once_and_comes_back() throws IOException {
    PolicyFile file = PolicyFile.load(path, CLOCK);
    Files.delete(path);
    assertInstanceOf(Change.Refused.class, file.refresh());
    assertEquals(new Change.Unchanged(), file.refresh());
    Files.write(path, new byte[5 * 1024 * 1024]);
    Change.Refused huge = assertInstanceOf(Change.Refused.class, file.refresh());
    assertEquals("the file is larger than 1 MB", huge.problems().get(0).what());
    assertEquals(new Change.Unchanged(), file.refresh());
    Files.writeString(path, PolicySamples.FULL);
    assertInstanceOf(Change.Swapped.class, file.refresh());
  }

  @Test
  void a_swap_brings_its_warnings() throws IOException {
    PolicyFile file = PolicyFile.load(path, CLOCK);
    assertEquals(List.of(), file.warnings());
    Files.writeString(path, PolicySamples.edited("review_by: 2027-03-31", "review_by: 2026-11-21"));
    Change.Swapped swapped = assertInstanceOf(Change.Swapped.class, file.refresh());
    assertEquals(21, swapped.warnings().get(0).line());
    assertEquals(swapped.warnings(), file.warnings());
  }
}
