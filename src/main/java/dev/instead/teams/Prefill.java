package dev.instead.teams;

import dev.instead.notice.Legible;
import dev.instead.notice.Notice;

/** What a "report" button fills its dialog with: the link and the words, which travel in the button's value. */
record Prefill(String link, String words) {
  /** What a button carries that fills in nothing. */
  static final String NOTHING = "";

  /** As much of the words as fits; a link is never cut, because half a link leads elsewhere. */
  static String value(Notice.LinkSeen seen) {
    int room = Ink.VALUE - seen.url().length() - 1;
    if (room < 0) {
      return seen.url().length() <= Ink.VALUE ? seen.url() : NOTHING;
    }
    String words = room < 2 ? "" : Legible.plain(seen.words(), room).strip();
    return words.isEmpty() ? seen.url() : seen.url() + " " + words;
  }

  /** From the client, so anything may stand in it; it fills in a dialog that its sender reads before it is sent. */
  static Prefill of(String value) {
    String[] parts = value.strip().split(" ", 2);
    return new Prefill(parts[0], parts.length == 2 ? parts[1] : "");
  }
}
