package dev.instead.outbox;

import dev.instead.notice.Notice;
import dev.instead.people.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What goes out to one platform. Calls block until the platform answered or a time limit passed, and never throw for what a platform says. */
public interface ChatGateway {
  Platform platform();

  /** Posts a message ({@link Due#to()}, in {@link Due#thread()} where there is one), or publishes a home. */
  Sent post(Due due, Notice notice, Locale language);

  /** Edits the message at {@link Due#remote()}. */
  Sent edit(Due due, Notice notice, Locale language);

  /** Whether a message in doubt can be looked for where this one goes. Where not, each further try may show it once more. */
  boolean looks(Due due);

  /** Looks whether a message in doubt is there. */
  Looked find(Due due);

  /** How a call ended. */
  sealed interface Sent {
    record Delivered(Remote remote) implements Sent {}

    /**
     * The platform says wait. {@code everywhere}: not only this conversation but this method ({@link Calling}) in the whole workspace;
     * other methods go on.
     */
    record Wait(Duration time, boolean everywhere) implements Sent {}

    /** This conversation can't be reached: archived, the bot removed or blocked. {@code remedy} is for operators. */
    record Unreachable(String reason, String remedy) implements Sent {}

    /** The message to be edited is gone. */
    record Gone() implements Sent {}

    /** The platform refuses this message; trying again as it is can't help. */
    record Refused(String reason, String remedy) implements Sent {}

    /** The platform refuses the bot itself, whatever the message: its token, its rights, its address. Every message waits until it is well. */
    record Barred(String reason, String remedy) implements Sent {}

    /** No answer, or one that leaves open whether it arrived. {@code again}: another try may help; where nobody can look, it may show twice. */
    record Unknown(String reason, boolean again) implements Sent {
      public Unknown(String reason) {
        this(reason, true);
      }
    }

    /** It surely did not arrive; another try may. */
    record Failed(String reason) implements Sent {}
  }

  /** What looking for a message in doubt found. */
  sealed interface Looked {
    record There(Remote remote) implements Looked {}

    record NotThere() implements Looked {}

    /** The bot may not read this conversation's history. */
    record CannotLook() implements Looked {}

    /** The platform can't say at the moment. Nothing is looked for until {@code pause} is over; sending goes on. */
    record NotNow(Duration pause) implements Looked {}
  }

  /** This machine's clock may be that far ahead of a platform's; further, and Slack's signatures would be refused. */
  Duration LARGEST_SKEW = Duration.ofMinutes(5);

  /** Since when a lost message may be looked for; platforms keep history long enough. */
  static Instant lookFrom(Due due) {
    return due.since().minus(LARGEST_SKEW);
  }
}
