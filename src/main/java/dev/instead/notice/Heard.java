package dev.instead.notice;

import dev.instead.policy.EntryId;
import dev.instead.policy.LocalText;
import dev.instead.policy.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What those who ask let the policy's owner know, without anybody's name. */
public final class Heard {
  /** How often it was answered at once, unsure, without an answer; how often one of those offered was chosen. */
  public record Counts(int answered, int suggested, int none, int chosen, List<Marked> marked) {
    public Counts {
      marked = List.copyOf(marked);
    }
  }

  /**
   * An entry that missed or was unclear.
   *
   * @param topic absent where the policy no longer has the entry
   */
  public record Marked(RuleId rule, Optional<LocalText> topic, int notMine, int unclear) {}

  /**
   * Questions that have something in common.
   *
   * @param seq names the group: the newest that was pressed in it
   * @param kind what was pressed: {@code not_mine}, {@code unclear}, {@code chosen} or {@code sent_on}
   * @param rule what came nearest; absent when nothing did
   * @param topic absent where the policy no longer has it
   * @param questions some of them, masked
   */
  public record Group(
      long seq,
      String kind,
      Optional<RuleId> rule,
      Optional<LocalText> topic,
      int count,
      List<String> questions) {
    public Group {
      questions = List.copyOf(questions);
    }

    /** The name of a group as a button carries it; 0, which none has, when it is no number. */
    public static long seqOf(String value) {
      return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }
  }

  /**
   * A proposal that nobody has applied or dropped.
   *
   * @param kind of {@link dev.instead.policy.Proposal#kind}
   * @param by how colleagues know who proposed it; empty when unknown
   */
  public record Waiting(String id, String kind, EntryId about, String by, Instant at) {}

  private Heard() {}
}
