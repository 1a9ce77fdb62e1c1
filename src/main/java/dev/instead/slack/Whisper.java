package dev.instead.slack;

import dev.instead.notice.Bookmark;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Private answers to what somebody just did, beside the answer to the request itself. Nothing of them is stored: who misses one asks
 * or presses again. Never blocks, never throws.
 */
interface Whisper {
  /** To the presser of a button or the sender of a command, for their eyes only. */
  void toPresser(@Nullable String responseUrl, Notice notice, Locale language);

  /** The same, in the place of the message that was pressed on. */
  void inPlace(@Nullable String responseUrl, Notice notice, Locale language);

  /** In the person's direct messages with the app. */
  void inDirectMessages(String channel, @Nullable String thread, Notice notice, Locale language);

  /** In a channel, for one person's eyes only. */
  void inChannel(
      String channel, Person person, @Nullable String thread, Notice notice, Locale language);

  /** In the window that is open before the person. */
  void inWindow(String viewId, Notice notice, Locale language);

  /** The same for an entry of the policy, with the way back to where it was opened. */
  void inWindow(String viewId, Notice notice, Bookmark back, Locale language);

  /** The window that is open before the person changes with what they chose in it. */
  void redraw(String viewId, @Nullable String hash, Form form, Locale language);
}
