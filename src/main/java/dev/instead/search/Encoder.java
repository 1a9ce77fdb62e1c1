package dev.instead.search;

/** Turns a text into a point, so that texts of like meaning are near one another. Thread-safe. */
interface Encoder {
  /** The point, of length one; the same text always gives the same. */
  float[] encode(String text);

  /** What made the points, so that those of another model are never mixed in. */
  String model();
}
