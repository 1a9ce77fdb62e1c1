package dev.instead.bench;

import java.net.http.HttpRequest;
import java.util.List;

/** Requests that each report another post, signed as their platform signs them. */
interface Reports {
  /** So many that none is asked to slow down. */
  int PEOPLE = 9_000;

  /** Words of the example policy's situations, so that the suggestion has something to do. */
  List<String> WORDS = List.of(
      "customer demands money back on twitter",
      "somebody pretends to be our dealer",
      "a journalist asks about the recall",
      "five stars and a thank you for the sales team",
      "he says the workshop kept his deposit");

  /** May be called by several threads at once. */
  HttpRequest next();

  static String post(int i) {
    return "https://social.example/posts/" + i;
  }

  static String words(int i) {
    return WORDS.get(i % WORDS.size());
  }
}
