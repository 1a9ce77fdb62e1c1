package dev.instead.teams;

import dev.instead.notice.Notice;
import dev.instead.notice.ReceiptWords;
import dev.instead.policy.Advice;
import dev.instead.policy.Reply;
import dev.instead.report.Case;
import dev.instead.report.Note;
import dev.instead.report.Report;
import java.util.List;

/** What the person who reported is told. */
final class ReporterCards {
  private static final int SHOWN_REPLIES = 3;

  private final Reading in;
  private final ReceiptWords words;
  private final PolicyParts parts;

  ReporterCards(Reading in) {
    this.in = in;
    this.words = new ReceiptWords(in);
    this.parts = new PolicyParts(in);
  }

  /** Emergency contacts where there is danger, then thanks, action, reason, and what happens next. */
  TeamsMessage receipt(Notice.Receipt receipt) {
    Sheet sheet = new Sheet(in);
    if (receipt.report().withdrawn()) {
      return sheet
          .say(in.say("receipt.withdrawn", "number", receipt.about().number()))
          .message();
    }
    parts.emergency(receipt.emergency(), sheet);
    sheet.say(words.thanks(receipt));
    if (receipt.about().kind() == Case.Kind.REPORT) {
      advice(receipt, sheet);
    }
    words.next(receipt).ifPresent(sheet::say);
    if (receipt.about().isOpen()) {
      String id = receipt.report().id().value();
      sheet.button(Buttons.open(Verbs.ADD_DETAILS, in.say("button.add_details"), id));
      sheet.button(parts.withdraw(id));
    }
    return sheet.message();
  }

  TeamsMessage thanks(Notice.Thanks notice) {
    Sheet sheet = new Sheet(in);
    parts.emergency(notice.emergency(), sheet);
    return sheet.say(in.say("thanks")).message();
  }

  TeamsMessage pickedUp(Notice.PickedUp news) {
    String who = in.who(news.owner(), news.names());
    String team = in.inSentence(news.team().name());
    return new Sheet(in)
        .say(
            in.say("picked_up", "who", who, "team", team, "number", news.about().number()))
        .message();
  }

  TeamsMessage outcome(Notice.OutcomeNews news) {
    boolean question = news.about().kind() == Case.Kind.QUESTION;
    Sheet sheet = new Sheet(in);
    sheet.say(in.say(
        question ? "outcome_news.question" : "outcome_news.report",
        "number",
        news.about().number(),
        "team",
        in.inSentence(news.team().name()),
        "outcome",
        in.say("outcome." + news.outcome().code())));
    if (!news.text().isBlank()) {
      sheet.quote(news.text(), Report.MAX_TEXT);
    }
    String label = in.say(question ? "button.not_answered" : "button.not_solved");
    return sheet
        .button(Buttons.change(
            Verbs.NOT_SOLVED, label, news.report().value(), news.about().turn()))
        .message();
  }

  TeamsMessage reopened(Notice.ReopenedNews news) {
    String team = in.inSentence(news.team().name());
    return new Sheet(in)
        .say(in.say("reopened", "number", news.about().number(), "team", team))
        .message();
  }

  TeamsMessage relay(Notice.RelayToReporter relay) {
    Note note = relay.note();
    String said = in.say(
        note.kind() == Note.Kind.QUESTION ? "relay.question" : "relay.message",
        "who",
        in.who(note.by(), relay.names()),
        "team",
        in.inSentence(relay.team().name()),
        "number",
        relay.about().number());
    String ids = note.id() + " " + relay.report();
    return new Sheet(in)
        .say(said)
        .quote(note.text(), Report.MAX_TEXT)
        .button(Buttons.open(Verbs.ANSWER_TEAM, in.say("button.answer"), ids))
        .message();
  }

  private void advice(Notice.Receipt receipt, Sheet sheet) {
    Advice advice = receipt.situation().advice();
    if (receipt.mayAnswer() && !receipt.replies().isEmpty()) {
      sheet.say(in.say("receipt.may_answer"));
      List<Reply> replies = receipt.replies();
      for (Reply reply : replies.subList(0, Math.min(SHOWN_REPLIES, replies.size()))) {
        String wording = reply.text().in(in.language());
        sheet.add(parts.copyable(wording, Ink.TEXT)).speak(wording);
      }
    } else {
      String why = in.plain(advice.why(), Ink.TEXT);
      sheet.others(
          advice.dont().map(dont -> in.plain(dont, Ink.TEXT) + " " + why).orElse(why));
    }
    advice.instead().ifPresent(text -> sheet.others(in.plain(text, Ink.TEXT)));
    if (!receipt.resources().isEmpty()) {
      if (advice.instead().isEmpty()) {
        sheet.say(in.say("receipt.hand_out"));
      }
      parts.resources(receipt.resources(), sheet);
    }
    if (receipt.linksUnderReview() > 0) {
      sheet.say(in.say("links_under_review", "count", receipt.linksUnderReview()));
    }
  }
}
