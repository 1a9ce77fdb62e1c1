package dev.instead.notice;

/**
 * Where somebody is who reads the policy: a page of its topics, or what a search found. It travels in buttons, as text that only this
 * class writes and reads; a client may send anything, which then opens the beginning.
 */
public sealed interface Bookmark {
  /** The first page of everything. */
  Bookmark BEGINNING = new Page(Shelf.ALL, 0);

  /** An empty search. */
  Bookmark SEARCH = new Found("");

  /** How a button carries it. */
  String text();

  /**
   * A page of topics.
   *
   * @param page from 0
   */
  record Page(String shelf, int page) implements Bookmark {
    @Override
    public String text() {
      return "page " + page + " " + shelf;
    }
  }

  /**
   * A search.
   *
   * @param words as they were searched for; empty before
   */
  record Found(String words) implements Bookmark {
    @Override
    public String text() {
      return "found " + words;
    }
  }

  static Bookmark of(String text) {
    String[] parts = text.split(" ", 2);
    String rest = parts.length == 2 ? parts[1] : "";
    if (parts[0].equals("found")) {
      return new Found(rest);
    }
    String[] page = rest.split(" ", 2);
    return parts[0].equals("page") && page.length == 2 && page[0].matches("\\d{1,4}")
        ? new Page(page[1], Integer.parseInt(page[0]))
        : BEGINNING;
  }
}
