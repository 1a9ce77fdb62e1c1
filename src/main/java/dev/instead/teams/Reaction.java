package dev.instead.teams;

import dev.instead.notice.Bookmark;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.report.CaseNumber;
import java.util.Optional;

/** What comes of a press, before it is known how it can be shown there. */
sealed interface Reaction {
  /**
   * Something to say to the presser.
   *
   * @param back where a dialog leads back to; empty where there is nothing to go back to
   */
  record Tell(Notice notice, Optional<Bookmark> back) implements Reaction {
    Tell(Notice notice) {
      this(notice, Optional.empty());
    }
  }

  /**
   * A form to fill in, or to mend.
   *
   * @param op names this filling-in; empty for a fresh one
   */
  record Ask(Form form, Optional<String> op, Fields typed, Optional<Fault> fault)
      implements Reaction {
    static Ask fresh(Form form) {
      return new Ask(form, Optional.empty(), Fields.NONE, Optional.empty());
    }
  }

  /** It is done, and the case's card says it all. */
  record Done(CaseNumber number) implements Reaction {}

  /**
   * What can't be taken as it was filled in.
   *
   * @param sentence a key of {@link dev.instead.notice.Words}
   */
  record Fault(String field, String sentence) {}
}
