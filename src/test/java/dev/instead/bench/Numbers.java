package dev.instead.bench;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of cases that nobody took yet, read from the receipts of their reports. */
final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("S-[2-9B-Z]{4,12}");

  private final ConcurrentLinkedQueue<String> open = new ConcurrentLinkedQueue<>();

  /** Whether it is a receipt; its number is kept. */
  boolean readFrom(String receipt) {
    Matcher number = NUMBER.matcher(receipt);
    return number.find() && open.add(number.group());
  }

  String next() {
    return Objects.requireNonNull(open.poll(), "There are more presses than cases");
  }

  void add(String number) {
    open.add(number);
  }
}
