package dev.instead.chaos;

import java.util.List;
import java.util.Random;

/** The machines that a run has: its nodes, their database, and what may befall that. */
interface Site extends AutoCloseable {
  String NO_TROUBLE = "none";

  /** For the report's name: {@code sqlite}, {@code postgresql}. */
  String name();

  boolean postgres();

  List<Node> nodes();

  Stored stored();

  /** What befalls the database this time: begun now. Says what it is. */
  String trouble(Random random);

  /** All is well with it again. */
  void mend();

  @Override
  void close();
}
