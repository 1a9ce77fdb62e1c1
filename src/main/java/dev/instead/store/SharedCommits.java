package dev.instead.store;

import dev.instead.desk.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only one that writes to SQLite: one thread, one connection. All requests that wait share one transaction, each inside a savepoint of its own,
 * and each is answered after the commit. So the cost of reaching the disk is shared, and one failing request harms no other.
 */
final class SharedCommits implements Writer {
  private enum State {
    WAITING,
    BEGUN,
    ABANDONED
  }

  private static final Logger LOG = LoggerFactory.getLogger(SharedCommits.class);
  private static final int SHARING_ONE_COMMIT = 256;

  /** How long something that has happened waits to be recorded: less than the lease of a message, after which it is in doubt. */
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private static final long NONE = Long.MIN_VALUE;
  private static final String BEGIN = "BEGIN IMMEDIATE";
  private static final String COMMIT = "COMMIT";
  private static final String ROLLBACK = "ROLLBACK";
  private static final String SAVEPOINT = "SAVEPOINT request";
  private static final String RELEASE = "RELEASE request";
  private static final String ROLLBACK_TO = "ROLLBACK TO request";

  private final Statements sql;
  private final Trouble trouble;
  private final Duration limit;
  private final BlockingQueue<Request<?>> queue;
  private final Request<Boolean> last = new Request<>(unused -> true);
  private final Thread thread;
  private volatile boolean closed;
  private final Failures failures = new Failures();

  /** When the commit under way was begun; {@link #NONE} between two of them. */
  private volatile long underWaySince = NONE;

  /**
   * @param sql of a connection on which the driver begins no transactions by itself
   * @param limit how long a request may wait for its turn, and half as long again for its end; who comes while a commit takes longer
   *     than that is turned away at once
   * @param capacity how many may wait
   */
  SharedCommits(Statements sql, Trouble trouble, Duration limit, int capacity) {
    this.sql = sql;
    this.trouble = trouble;
    this.limit = limit;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.thread = new Thread(this::serve, "store-writer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public <T> T write(Work<T> work) {
    if (isStuck()) {
      throw trouble.say(
          "the disk has been busy for too long, nothing was stored. Check how fast the disk is.");
    }
    return answer(queued(work), limit);
  }

  @Override
  public <T> T record(Work<T> work) {
    return answer(queued(work), PATIENT);
  }

  /** Whoever came now would wait in vain, and meanwhile hold a thread that others need to be told so in time. */
  private boolean isStuck() {
    long since = underWaySince;
    return since != NONE && System.nanoTime() - since > limit.toNanos();
  }

  private <T> Request<T> queued(Work<T> work) {
    Request<T> request = new Request<>(work);
    if (closed) {
      throw trouble.closed();
    }
    if (!queue.offer(request)) {
      throw trouble.say(
          "too much waits to be written, nothing was stored. Check how fast the disk is.");
    }
    return request;
  }

  @Override
  public Optional<StoreException> failedWithin(Duration recently) {
    return failures.within(recently);
  }

  @Override
  public int waiting() {
    return queue.size();
  }

  @Override
  public void end() throws InterruptedException {
    if (!closed) {
      closed = true;
      queue.put(last);
    }
    thread.join();
  }

  private <T> T answer(Request<T> request, Duration turn) {
    try {
      return request.waitFor(turn);
    } catch (TimeoutException tooLong) {
      if (request.state.compareAndSet(State.WAITING, State.ABANDONED)) {
        throw trouble.say(
            "no answer within " + turn.toMillis()
                + " ms, nothing was stored. Check how fast the disk is.",
            tooLong);
      }
      return lateAnswer(request, turn.dividedBy(2));
    }
  }

  /** It has begun, so its end is near, and only that end tells whether it is stored; but the platform waits no longer. */
  private <T> T lateAnswer(Request<T> request, Duration more) {
    try {
      return request.waitFor(more);
    } catch (TimeoutException tooLong) {
      throw trouble.say(
          "the disk does not answer; whether this was stored is unknown, sending it again is safe. Check the disk and its mount.",
          tooLong);
    }
  }

  private void serve() {
    List<Request<?>> batch = new ArrayList<>();
    boolean open = true;
    while (open) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException nobodyDoes) {
        continue; // this thread ends by end() only
      }
      queue.drainTo(batch, SHARING_ONE_COMMIT - 1);
      open = !batch.remove(last);
      batch.removeIf(request -> !request.begin());
      if (!batch.isEmpty()) {
        commit(batch);
      }
      batch.clear();
    }
    queue.forEach(request -> request.fail(trouble.say("the store is closed, nothing was stored.")));
  }

  private void commit(List<Request<?>> batch) {
    underWaySince = System.nanoTime();
    try {
      sql.update(BEGIN);
      if (batch.size() == 1) {
        batch.get(0).run(sql);
      } else {
        for (Request<?> request : batch) {
          runInSavepoint(request);
        }
      }
      sql.update(COMMIT);
      batch.forEach(Request::succeed);
    } catch (SQLException | RuntimeException | Error failure) {
      takeBack();
      if (failure instanceof SQLException) {
        failures.remembered(trouble.of(failure));
      }
      batch.forEach(request -> request.fail(failure));
    } finally {
      underWaySince = NONE;
    }
  }

  private void runInSavepoint(Request<?> request) throws SQLException {
    sql.update(SAVEPOINT);
    try {
      request.run(sql);
    } catch (SQLException | RuntimeException | Error failure) {
      request.failure = failure;
      goBack(failure);
    }
    sql.update(RELEASE);
  }

  /** An error that ends the whole transaction (a full disk) takes the savepoint with it: then it is the reason for the whole batch. */
  private void goBack(Throwable failure) throws SQLException {
    try {
      sql.update(ROLLBACK_TO);
    } catch (SQLException noSavepoint) {
      if (failure instanceof SQLException reason) {
        reason.addSuppressed(noSavepoint);
        throw reason;
      }
      throw noSavepoint;
    }
  }

  private void takeBack() {
    try {
      sql.update(ROLLBACK);
    } catch (SQLException nothingToTakeBack) {
      LOG.debug("SQLite had already rolled back ({})", nothingToTakeBack.getErrorCode());
    }
  }

  /** One caller's work and its answer. */
  private final class Request<T> {
    private final Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable T result;
    private @Nullable Throwable failure;

    private Request(Work<T> work) {
      this.work = work;
    }

    private boolean begin() {
      return state.compareAndSet(State.WAITING, State.BEGUN);
    }

    private void run(Statements statements) throws SQLException {
      result = work.run(statements);
    }

    private void succeed() {
      if (failure != null) {
        fail(failure);
      } else {
        answer.complete(result);
      }
    }

    /** The first reason counts: what came after it is its consequence. */
    private void fail(Throwable why) {
      answer.completeExceptionally(failure == null ? why : failure);
    }

    private T waitFor(Duration time) throws TimeoutException {
      try {
        return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException failed) {
        throw thrown(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw trouble.say(
            "stopped while waiting; whether this was stored is unknown, sending it again is safe.",
            interrupted);
      }
    }

    private RuntimeException thrown(ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      return cause instanceof RuntimeException passed ? passed : trouble.of(failed);
    }
  }
}
