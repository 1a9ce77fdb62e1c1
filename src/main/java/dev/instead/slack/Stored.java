package dev.instead.slack;

import dev.instead.desk.StoreException;
import dev.instead.notice.Notice;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says so when a decision could not be stored: nothing is ever confirmed that isn't on disk. */
final class Stored {
  private static final Logger LOG = LoggerFactory.getLogger(Stored.class);

  private Stored() {}

  static Notice orNot(Supplier<Notice> decision) {
    try {
      return decision.get();
    } catch (StoreException e) {
      return notStored(e);
    }
  }

  static Optional<Notice> orNothing(Supplier<Optional<Notice>> decision) {
    try {
      return decision.get();
    } catch (StoreException e) {
      return Optional.of(notStored(e));
    }
  }

  private static Notice notStored(StoreException e) {
    LOG.error("A request was not stored, and its sender told so: {}", e.getMessage());
    return new Notice.NotStored(List.of());
  }
}
