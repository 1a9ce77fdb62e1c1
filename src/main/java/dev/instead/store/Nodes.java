package dev.instead.store;

import dev.instead.desk.StoreException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes on one database. Each says every few seconds that it is there, by the database's clock; what was lent to one that isn't
 * seen any more is taken back, in doubt.
 */
public final class Nodes {
  private static final String SEEN = """
      INSERT INTO node (id, seen) VALUES (?, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen
      """;

  private static final String TAKE_BACK = """
      UPDATE message SET in_doubt = in_doubt + 1, lent_until = NULL
      WHERE lent_until IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM node WHERE node.id = message.lent_to
          AND node.seen > clock_timestamp() - ? * interval '1 millisecond')
      """;

  private static final String FORGET = """
      DELETE FROM node WHERE seen < clock_timestamp() - interval '1 hour'
      """;

  private static final String LEAVE = "DELETE FROM node WHERE id = ?";

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

  private final CountDownLatch left = new CountDownLatch(1);
  private final Writer writer;
  private final Duration lost;
  private final String id = UUID.randomUUID().toString();

  /** @param lost how long a node isn't seen until it is thought to be gone */
  Nodes(Writer writer, Duration lost) {
    this.writer = writer;
    this.lost = lost;
  }

  /** What messages are lent to. */
  String id() {
    return id;
  }

  /**
   * Says that this node is there, and takes back what was lent to those that aren't. Several times in {@code lost}.
   *
   * @return how many messages are due again
   */
  public int seen() {
    return writer.write(sql -> {
      sql.update(SEEN, id);
      sql.update(FORGET);
      return sql.update(TAKE_BACK, lost.toMillis());
    });
  }

  /** Says every two seconds that this node is there, until it leaves; for a thread of its own. */
  public void run(Runnable takenBack) {
    boolean heard = true;
    try {
      while (!left.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        heard = beat(takenBack, heard);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean beat(Runnable takenBack, boolean heard) {
    try {
      int again = seen();
      if (again > 0) {
        LOG.warn("A node is gone; {} messages that it was sending are looked for and sent", again);
        takenBack.run();
      }
      return true;
    } catch (StoreException e) {
      if (heard) {
        LOG.error(
            "This node can't say that it is there, and tries again every two seconds: {}",
            e.getMessage());
      }
      return false;
    }
  }

  /** The others need not wait until this one is missed; nobody else minds if it can't say so. */
  void leave() {
    left.countDown();
    try {
      writer.write(sql -> sql.update(LEAVE, id));
    } catch (StoreException away) {
      return;
    }
  }
}
