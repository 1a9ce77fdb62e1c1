package dev.instead.burst;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who reports what, all within a while.
 *
 * @param crowd people who all report the same post
 * @param posts other posts beside it
 * @param each people who report each of those
 * @param within all of it, evenly
 * @param tries how often somebody sends what was refused, the first time included
 * @param atOnce how many wait for their answer at a time
 */
record Wave(int crowd, int posts, int each, Duration within, int tries, int atOnce) {
  /** A day that nobody wants: 10,000 people about one post in a minute, and 2,000 more about 200 others. */
  static final Wave WHOLE = new Wave(10_000, 200, 10, Duration.ofSeconds(60), 1, 1_000_000);

  /** Of which nothing is timed, however little of the machine there is to have. */
  static final Wave SHORT = new Wave(300, 12, 5, Duration.ofSeconds(4), 20, 8);

  private static final int THE_POST = 0;
  private static final List<String> WORDS = List.of(
      "customer demands money back on twitter",
      "he says the workshop kept his deposit",
      "a journalist asks about the recall");

  /** One person's report; each person reports once. */
  record One(int person, int post) {
    String text() {
      return link(post) + " " + WORDS.get(post % WORDS.size());
    }
  }

  static String link(int post) {
    return "https://social.example/posts/" + post + "x";
  }

  int people() {
    return crowd + posts * each;
  }

  /** How many people report a post. */
  int reportersOf(int post) {
    return post == THE_POST ? crowd : each;
  }

  /** In the order in which they come: mixed, and the same each time. */
  List<One> reports() {
    List<One> all = new ArrayList<>();
    for (int person = 0; person < people(); person++) {
      all.add(new One(person, person < crowd ? THE_POST : 1 + (person - crowd) % posts));
    }
    Collections.shuffle(all, new Random(5));
    return all;
  }
}
