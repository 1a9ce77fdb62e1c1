package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.paragraph;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import dev.instead.notice.Notice;
import dev.instead.notice.ReceiptWords;
import dev.instead.policy.Advice;
import dev.instead.policy.Reply;
import dev.instead.report.Case;
import dev.instead.report.Note;
import dev.instead.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  SlackMessage receipt(Notice.Receipt receipt) {
    if (receipt.report().withdrawn()) {
      return said("receipt.withdrawn", "number", receipt.about().number());
    }
    Spoken spoken = new Spoken();
    if (!receipt.emergency().isEmpty()) {
      spoken.add(parts.emergency(receipt.emergency()), parts.emergencyText(receipt.emergency()));
    }
    spoken.sentence(words.thanks(receipt));
    if (receipt.about().kind() == Case.Kind.REPORT) {
      advice(receipt, spoken);
    }
    words.next(receipt).ifPresent(spoken::sentence);
    buttons(receipt).ifPresent(spoken::silent);
    return spoken.message();
  }

  SlackMessage thanks(Notice.Thanks notice) {
    if (notice.emergency().isEmpty()) {
      return said("thanks");
    }
    Spoken spoken = new Spoken();
    spoken.add(parts.emergency(notice.emergency()), parts.emergencyText(notice.emergency()));
    spoken.sentence(in.say("thanks"));
    return spoken.message();
  }

  SlackMessage pickedUp(Notice.PickedUp news) {
    return said(
        "picked_up",
        "who",
        in.who(news.owner(), news.names()),
        "team",
        in.inSentence(news.team().name()),
        "number",
        news.about().number());
  }

  SlackMessage outcome(Notice.OutcomeNews news) {
    boolean question = news.about().kind() == Case.Kind.QUESTION;
    Spoken spoken = new Spoken();
    spoken.sentence(in.say(
        question ? "outcome_news.question" : "outcome_news.report",
        "number",
        news.about().number(),
        "team",
        in.inSentence(news.team().name()),
        "outcome",
        in.say("outcome." + news.outcome().code())));
    if (!news.text().isBlank()) {
      spoken.add(rich(Ink.quote(news.text(), Report.MAX_TEXT)), SafeText.mrkdwn(news.text(), 2000));
    }
    spoken.silent(actions(List.of(button(
        Actions.NOT_SOLVED,
        in.say(question ? "button.not_answered" : "button.not_solved"),
        news.report().value()))));
    return spoken.message();
  }

  SlackMessage reopened(Notice.ReopenedNews news) {
    return said(
        "reopened",
        "number",
        news.about().number(),
        "team",
        in.inSentence(news.team().name()));
  }

  SlackMessage relay(Notice.RelayToReporter relay) {
    Note note = relay.note();
    boolean asks = note.kind() == Note.Kind.QUESTION;
    Spoken spoken = new Spoken();
    spoken.sentence(in.say(
        asks ? "relay.question" : "relay.message",
        "who",
        in.who(note.by(), relay.names()),
        "team",
        in.inSentence(relay.team().name()),
        "number",
        relay.about().number()));
    spoken.add(rich(Ink.quote(note.text(), Report.MAX_TEXT)), SafeText.mrkdwn(note.text(), 2000));
    spoken.silent(actions(List.of(
        button(Actions.ANSWER_TEAM, in.say("button.answer"), note.id() + " " + relay.report()))));
    return spoken.message();
  }

  private void advice(Notice.Receipt receipt, Spoken spoken) {
    Advice advice = receipt.situation().advice();
    String why = in.plain(advice.why(), Ink.SECTION);
    if (receipt.mayAnswer() && !receipt.replies().isEmpty()) {
      spoken.sentence(in.say("receipt.may_answer"));
      List<Reply> replies = receipt.replies();
      for (Reply reply : replies.subList(0, Math.min(SHOWN_REPLIES, replies.size()))) {
        String words = reply.text().in(in.language());
        spoken.add(rich(Ink.copyable(words, Ink.SECTION)), SafeText.mrkdwn(words, 600));
      }
    } else {
      List<RichTextElement> line = new ArrayList<>();
      advice.dont().ifPresent(dont -> line.add(Ink.text(in.plain(dont, Ink.SECTION - 1) + " ")));
      line.add(Ink.text(why));
      String dont = advice.dont().map(text -> in.inSentence(text) + " ").orElse("");
      spoken.add(
          rich(RichTextSectionElement.builder().elements(line).build()),
          dont + SafeText.mrkdwn(why, 600));
    }
    advice.instead().ifPresent(text -> spoken.others(in.plain(text, Ink.SECTION)));
    if (!receipt.resources().isEmpty()) {
      if (advice.instead().isEmpty()) {
        spoken.sentence(in.say("receipt.hand_out"));
      }
      spoken.add(
          rich(parts.resources(receipt.resources())), parts.resourcesText(receipt.resources()));
    }
    if (receipt.linksUnderReview() > 0) {
      spoken.sentence(in.say("links_under_review", "count", receipt.linksUnderReview()));
    }
  }

  private Optional<ActionsBlock> buttons(Notice.Receipt receipt) {
    if (!receipt.about().isOpen()) {
      return Optional.empty();
    }
    String id = receipt.report().id().value();
    return Optional.of(actions(List.of(
        button(Actions.ADD_DETAILS, in.say("button.add_details"), id), parts.withdraw(id))));
  }

  private SlackMessage said(String key, Object... namesAndValues) {
    String sentence = in.say(key, namesAndValues);
    return new SlackMessage(sentence, List.of(say(sentence)));
  }

  /** Blocks and the text that reads them out, gathered side by side. */
  static final class Spoken {
    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void sentence(String mrkdwn) {
      add(say(mrkdwn), mrkdwn);
    }

    /** What others wrote, already safe as plain text. */
    void others(String plain) {
      add(paragraph(plain), SafeText.mrkdwn(plain, 900));
    }

    void add(LayoutBlock block, String escaped) {
      blocks.add(block);
      if (text.length() + escaped.length() + 1 <= SlackMessage.MAX_TEXT) {
        text.append(text.isEmpty() ? "" : " ").append(escaped);
      }
    }

    void silent(LayoutBlock block) {
      blocks.add(block);
    }

    SlackMessage message() {
      return new SlackMessage(text.toString(), blocks);
    }
  }
}
