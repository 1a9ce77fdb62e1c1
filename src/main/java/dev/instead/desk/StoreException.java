package dev.instead.desk;

/** The store can't be used now: full, locked, read-only, too slow. The message names the file or address and the remedy. */
public final class StoreException extends RuntimeException {
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }
}
