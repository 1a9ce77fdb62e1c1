package dev.instead.config;

import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The policy of a file that may change while the bot runs. A valid change is swapped in whole; a broken one leaves the last good policy
 * in force. It is looked at when {@link #refresh} is called, by one caller at a time; {@link #current} may be asked from anywhere.
 */
public final class PolicyFile implements PolicyBook {
  /** What a look at the file brought. */
  public sealed interface Change {
    /** The content is the one that was judged before, be it good or broken. */
    record Unchanged() implements Change {}

    /** A new policy is in force; {@code warnings} are what its owner should see to. */
    record Swapped(Policy policy, List<Problem> warnings) implements Change {
      public Swapped {
        warnings = List.copyOf(warnings);
      }
    }

    /** The content is broken, said once for each broken content; the policy in force stays. */
    record Refused(List<Problem> problems) implements Change {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** What the file held, or why that couldn't be seen. */
  private record Content(ByteBuffer bytes, Optional<Problem> unreadable) {}

  private final Path path;
  private final Clock clock;
  private Content judged;
  private Content seen;
  private volatile Reading.Valid inForce;

  private PolicyFile(Path path, Clock clock, Content judged, Reading.Valid inForce) {
    this.path = path;
    this.clock = clock;
    this.judged = judged;
    this.seen = judged;
    this.inForce = inForce;
  }

  /**
   * Reads the file for the first time.
   *
   * @throws PolicyRefusedException with all of its problems, when there is no good policy to start with
   */
  public static PolicyFile load(Path path, Clock clock) {
    Content content = look(path);
    Reading reading = read(path, content, clock);
    if (reading instanceof Reading.Valid valid) {
      return new PolicyFile(path, clock, content, valid);
    }
    throw new PolicyRefusedException(path, ((Reading.Refused) reading).problems());
  }

  @Override
  public Policy current() {
    return inForce.policy();
  }

  /** What the owner of the policy in force should see to, as of the day it was read. */
  public List<Problem> warnings() {
    return inForce.warnings();
  }

  /** Whether the content is that of the last call: a file that is being written is left alone until it rests. */
  public boolean isAtRest() {
    Content now = look(path);
    boolean atRest = now.equals(seen);
    seen = now;
    return atRest;
  }

  /** Looks at the content, not at its time stamp: copies and mounted volumes keep those. */
  public Change refresh() {
    Content content = look(path);
    if (content.equals(judged)) {
      return new Change.Unchanged();
    }
    judged = content;
    Reading reading = read(path, content, clock);
    if (reading instanceof Reading.Valid valid) {
      inForce = valid;
      return new Change.Swapped(valid.policy(), valid.warnings());
    }
    return new Change.Refused(((Reading.Refused) reading).problems());
  }

  private static Content look(Path path) {
    try {
      return new Content(ByteBuffer.wrap(SmallFile.bytes(path)), Optional.empty());
    } catch (UnreadableException e) {
      return new Content(NOTHING, Optional.of(e.problem()));
    }
  }

  private static Reading read(Path path, Content content, Clock clock) {
    return content
        .unreadable()
        .<Reading>map(problem -> new Reading.Refused(List.of(problem)))
        .orElseGet(() ->
            PolicyReader.read(path.toString(), content.bytes().array(), LocalDate.now(clock)));
  }
}
