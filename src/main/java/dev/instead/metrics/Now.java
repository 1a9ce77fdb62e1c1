package dev.instead.metrics;

import dev.instead.notice.Notice;
import dev.instead.outbox.Queue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How things stand when they are asked for.
 *
 * @param backlog empty when the store can't be read
 * @param waitingWrites how many writes wait for their turn
 * @param policyRefused whether the file holds a policy that can't be taken
 * @param encoderReady whether questions are matched by meaning by now; empty where that is switched off
 * @param secretExpires when the secret of Teams ends, if the operator said it
 * @param disk of the database's file; empty for a server
 */
public record Now(
    Instant at,
    boolean ready,
    Optional<Queue.Backlog> backlog,
    int waitingWrites,
    String policyVersion,
    Instant policySince,
    boolean policyRefused,
    Map<Notice.Review.State, Integer> reviews,
    Optional<Boolean> encoderReady,
    Optional<Instant> secretExpires,
    Optional<Disk> disk) {
  /** Room on a disk, in bytes. */
  public record Disk(long free, long size) {}
}
