package dev.instead.web;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how many requests were turned away: the first at once, those after it together, a line a minute. */
final class Shed {
  private static final Logger LOG = LoggerFactory.getLogger(Shed.class);

  private final Consumer<Runnable> inAMinute;
  private int unsaid;
  private boolean waiting;

  /** @param inAMinute runs what it is given a minute later */
  Shed(Consumer<Runnable> inAMinute) {
    this.inAMinute = inAMinute;
  }

  synchronized void another() {
    unsaid++;
    if (!waiting) {
      begin();
    }
  }

  /** What nobody heard of yet, at the end. */
  synchronized void rest() {
    if (unsaid > 0) {
      say();
    }
  }

  private synchronized void aMinuteLater() {
    waiting = false;
    if (unsaid > 0) {
      begin();
    }
  }

  private void begin() {
    say();
    waiting = true;
    inAMinute.accept(this::aMinuteLater);
  }

  private void say() {
    LOG.warn(
        "Too much at once: {} request(s) waited in vain for their turn and were answered with 503; their senders were asked to try again. "
            + "See how busy the processor and the disk are",
        unsaid);
    unsaid = 0;
  }
}
