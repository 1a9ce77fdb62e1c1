package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Contact;
import dev.instead.report.Link;
import dev.instead.report.Links;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people write to the bot in their own words, without a command. */
public final class TalkDesk {
  private static final Set<String> GREETINGS =
      Set.of("help", "hi", "hello", "hey", "?", "start", "bantuan", "tolong", "halo", "hai");

  private static final Set<String> POLICY = Set.of("policy", "kebijakan");

  private final AnswerDesk answers;
  private final ReportDesk reports;
  private final Readers readers;
  private final FeedbackDesk feedback;

  public TalkDesk(AnswerDesk answers, ReportDesk reports, Readers readers, FeedbackDesk feedback) {
    this.answers = answers;
    this.reports = reports;
    this.readers = readers;
    this.feedback = feedback;
  }

  /** A question is answered, a link may become a report, and a call for help gets help. Nothing is stored. */
  public Notice reply(Person person, String text) {
    if (text.isEmpty() || GREETINGS.contains(text.toLowerCase(Locale.ROOT))) {
      return readers.refusal(person).orElseGet(Notice.Help::new);
    }
    if (POLICY.contains(text.toLowerCase(Locale.ROOT))) {
      Notice page = feedback.page(person);
      // To everybody else the policy is what they may post.
      return page instanceof Notice.NotPolicyOwner ? new Notice.Help() : page;
    }
    Optional<Links.Split> split = Links.split(text);
    return split.isEmpty()
        ? answers.ask(person, text)
        : readers.refusal(person).orElseGet(() -> linked(person, text, split.get()));
  }

  /**
   * A link may be a report in the making, or part of a draft, which an approved answer serves better. Where the words tell of danger,
   * only a sure answer comes before whom to call.
   */
  private Notice linked(Person person, String text, Links.Split split) {
    String words = split.words();
    List<Contact> emergency = emergency(person, split.link(), words);
    Notice seen = new Notice.LinkSeen(split.link().url(), words, emergency);
    if (words.isEmpty()) {
      return seen;
    }
    Notice answer = answers.ask(person, text);
    // What isn't in a draft is no reason to leave a report out.
    boolean clear = answer instanceof Notice.DraftChecked draft
        && (draft.matters().isEmpty() || !emergency.isEmpty());
    boolean none = answer instanceof Notice.NoAnswer
        || answer instanceof Notice.Unclear
        || answer instanceof Notice.OneMoment
        || answer instanceof Notice.Slower;
    boolean guess = answer instanceof Notice.Suggestions && !emergency.isEmpty();
    return none || guess || clear ? seen : answer;
  }

  /** Whom to call first, as the form would say it. */
  private List<Contact> emergency(Person person, Link link, String words) {
    Opening opening = reports.form(person, link.url(), words, Optional.empty());
    return opening instanceof Opening.Show show && show.form() instanceof Form.FileReport form
        ? form.emergency()
        : List.of();
  }
}
