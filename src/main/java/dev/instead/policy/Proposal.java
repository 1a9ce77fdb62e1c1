package dev.instead.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An edit of the policy file that somebody suggests in chat. Chat never publishes: a proposal becomes a {@link Patch}, which the policy's
 * owner reads and applies to the file.
 *
 * <p>Texts are what people typed: any characters, any length. What doesn't fit into a policy is refused when the patch is made.
 */
public sealed interface Proposal {
  /**
   * A new approved answer. Its id is made from its topic.
   *
   * @param topic by language; a language of the policy that is missing gets the words of another one, marked as to be translated. The
   *     same holds for {@code questions}, {@code text} and {@code why}
   * @param text the do
   * @param approvedBy a role, never a person
   * @param owner a role
   */
  record NewEntry(
      Map<Locale, String> topic,
      Map<Locale, List<String>> questions,
      Verdict verdict,
      Map<Locale, String> text,
      Map<Locale, String> why,
      String approvedBy,
      LocalDate approvedOn,
      String owner,
      LocalDate reviewBy)
      implements Proposal {
    public NewEntry {
      topic = InOrder.copyOf(topic);
      questions = InOrder.copyOf(questions);
      text = InOrder.copyOf(text);
      why = InOrder.copyOf(why);
    }
  }

  /** One more way in which people ask for an answer or a rule for personal accounts. */
  record Example(RuleId about, Locale language, String question) implements Proposal {}

  /** It was read again and holds until {@code reviewBy}, the last day on which it is served. */
  record StillRight(EntryId about, LocalDate reviewBy) implements Proposal {}

  /** One text of it says something else from now on. */
  record ChangeText(EntryId about, Part part, Locale language, String text) implements Proposal {}

  /** The resource leads elsewhere. */
  record ChangeLink(ResourceId about, String url) implements Proposal {}

  /** It goes. */
  record Retire(EntryId about) implements Proposal {}

  /** Several changes of one entry, made in one go: {@link ChangeText} and {@link ChangeLink}. */
  record Together(EntryId about, List<Proposal> changes) implements Proposal {
    public Together {
      changes = List.copyOf(changes);
    }
  }

  /** As it is stored; written out and never renamed. */
  default String kind() {
    if (this instanceof NewEntry) return "new_entry";
    if (this instanceof Example) return "example";
    if (this instanceof StillRight) return "still_right";
    if (this instanceof ChangeText) return "change_text";
    if (this instanceof ChangeLink) return "change_link";
    if (this instanceof Retire) return "retire";
    if (this instanceof Together) return "together";
    throw new AssertionError("No kind for " + getClass().getSimpleName());
  }
}
