package dev.instead.desk;

import dev.instead.policy.RuleId;
import java.util.List;

/**
 * What a match rests on, so that whoever asks why can be told.
 *
 * @param nearest up to three entries, best first, whether or not they are shown
 * @param example the policy's own text that came nearest; empty when none did
 * @param closeness how near it is, at most 1
 * @param margin how far the best entry is ahead of the next
 * @param read the question as it was compared: corrected, or word by word in English
 * @param probability that the best entry is right
 */
public record Grounds(
    Method method,
    List<RuleId> nearest,
    String example,
    double closeness,
    double margin,
    String read,
    double probability,
    String policyVersion) {
  public Grounds {
    nearest = List.copyOf(nearest);
  }

  /** How the entry was found. */
  public enum Method {
    /** The question has a word of a protected topic or an embargo in it. */
    TERM("term"),
    /** By words and runs of letters alone. */
    LETTERS("letters"),
    /** By what it means. */
    MEANING("meaning"),
    /** Somebody picked it from those offered. */
    CHOSEN("chosen");

    private final String code;

    Method(String code) {
      this.code = code;
    }

    /** As it is stored. */
    public String code() {
      return code;
    }
  }

  /** A term of the entry was named. */
  public static Grounds term(RuleId rule, String read, String policyVersion) {
    return new Grounds(Method.TERM, List.of(rule), "", 1, 1, read, 1, policyVersion);
  }

  /** Somebody chose the entry. */
  public static Grounds chosen(RuleId rule, String policyVersion) {
    return new Grounds(Method.CHOSEN, List.of(rule), "", 1, 1, "", 1, policyVersion);
  }
}
