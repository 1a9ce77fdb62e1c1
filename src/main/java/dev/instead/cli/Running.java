package dev.instead.cli;

import java.net.URI;

/** A server that runs until it is closed. */
public interface Running extends AutoCloseable {
  /** Where a browser or a proxy on this machine reaches it. */
  URI address();

  /** Finishes what is being done and stops; returns when it has stopped. */
  @Override
  void close();
}
