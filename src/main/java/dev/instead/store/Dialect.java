package dev.instead.store;

/** What is said differently to the two databases. */
enum Dialect {
  SQLITE,
  POSTGRES;

  /** The one of two statements that this database understands, or understands better. */
  String of(String sqlite, String postgres) {
    return this == SQLITE ? sqlite : postgres;
  }
}
