package dev.instead.notice;

import dev.instead.policy.EntryId;
import dev.instead.policy.ReplyId;
import dev.instead.policy.ResourceId;
import java.util.Locale;
import java.util.Optional;

/** How things that have to be read again are spoken of, the same on all platforms. */
public final class ReviewWords {
  private static final int ID = 100;
  private static final int PLACES = 200;

  private final Voice in;

  public ReviewWords(Voice in) {
    this.in = in;
  }

  /** "Link `repairs`. Overdue since 31 March 2027, so nobody is shown it." */
  public String about(Notice.Review review) {
    String state = "review." + review.state().name().toLowerCase(Locale.ROOT);
    return in.say(
            "review.kind." + kind(review.id(), review.state()),
            "id",
            in.escaped(review.id().value(), ID))
        + " "
        + in.say(state, "day", in.day(review.day()));
  }

  /** "What to do (Indonesian)" */
  public String label(Form.ChangeEntry.Said said) {
    return in.say(
        "part." + said.part().code(),
        "language",
        said.language().getDisplayLanguage(in.words().language()));
  }

  /** What the form has no fields for, and where it is; nothing where it has all. */
  public Optional<String> inFileOnly(Form.ChangeEntry form) {
    return form.inFileOnly().isEmpty()
        ? Optional.empty()
        : Optional.of(in.say(
            "form.change_entry.in_file",
            "places",
            in.escaped(String.join(", ", form.inFileOnly()), PLACES),
            "about",
            in.escaped(form.about().value(), ID)));
  }

  /** Who may propose something instead. */
  public String notYours(Notice.NotYourText other) {
    return other.role().isBlank()
        ? in.say("not_your_text.owner")
        : in.say("not_your_text", "role", in.escaped(other.role(), ID));
  }

  private static String kind(EntryId id, Notice.Review.State state) {
    if (state == Notice.Review.State.LIFTED) return "embargo";
    if (id instanceof ResourceId) return "link";
    return id instanceof ReplyId ? "wording" : "answer";
  }
}
