package dev.instead.bench;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Requests that each report another post or want something else, signed as their platform signs them. */
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

  /** Some that the example policy answers word by word, some in other words, one that it has no answer for. */
  List<String> QUESTIONS = List.of(
      "may I post about the new store",
      "can i talk to a jurnalist",
      "sharing pictures of my car",
      "kapan ya toko barunya buka",
      "what do I say when somebody wants a refund",
      "who waters the plants on our floor");

  /** May be called by several threads at once. */
  HttpRequest next();

  /** Whether it was answered as it should be: a bare acknowledgement is empty; a report's has its number. */
  default boolean isWell(String body) {
    return body.isEmpty() || body.contains("S-");
  }

  static Reports of(Supplier<HttpRequest> next, Predicate<String> well) {
    return new Reports() {
      @Override
      public HttpRequest next() {
        return next.get();
      }

      @Override
      public boolean isWell(String body) {
        return well.test(body);
      }
    };
  }

  static String post(int i) {
    return "https://social.example/posts/" + i;
  }

  static String words(int i) {
    return WORDS.get(i % WORDS.size());
  }

  static String question(int i) {
    return QUESTIONS.get(i % QUESTIONS.size());
  }
}
