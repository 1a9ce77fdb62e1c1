package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.instead.notice.Notice;
import dev.instead.policy.Account;
import java.util.ArrayList;
import java.util.List;

/** Answers to "may I post this?": the verdict first, then what to do, then why. */
final class AnswerCards {
  private static final int SUGGESTIONS = 5;
  static final int QUESTION = 1900;

  private final Reading in;
  private final PolicyParts parts;

  AnswerCards(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
  }

  SlackMessage answer(Notice.AnswerCard card) {
    String verdict = in.say("verdict." + card.verdict().code());
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    spoken.add(Ink.head(verdict), verdict + ".");
    spoken.add(
        rich(Ink.line(Ink.bold(in.plain(card.topic(), 300)))), in.inSentence(card.topic()) + ".");
    card.context()
        .account()
        .ifPresent(account -> spoken.silent(quiet(in.say("account.said." + account.code()))));
    card.advice().dont().ifPresent(text -> spoken.others(in.plain(text, Ink.SECTION)));
    card.instead()
        .ifPresent(text -> labelled(spoken, "answer.instead", in.plain(text, Ink.SECTION)));
    if (!card.resources().isEmpty()) {
      spoken.add(rich(parts.resources(card.resources())), parts.resourcesText(card.resources()));
    }
    if (card.linksUnderReview() > 0) {
      spoken.sentence(in.say("links_under_review", "count", card.linksUnderReview()));
    }
    labelled(spoken, "answer.why", in.plain(card.advice().why(), Ink.SECTION));
    card.copy().ifPresent(text -> {
      spoken.silent(quiet(in.say("answer.copy")));
      spoken.silent(rich(Ink.copyable(text.in(in.language()), Ink.SECTION)));
    });
    card.context()
        .training()
        .ifPresent(training -> spoken.sentence(in.say(
            training.ended() ? "answer.training.ended" : "answer.training.ends",
            "day",
            in.day(training.until()),
            "team",
            in.inSentence(training.renewedBy()))));
    spoken.silent(quiet(source(card)));
    if (!card.ownLanguage()) {
      spoken.silent(quiet(in.say("answer.other_language")));
    }
    List<BlockElement> buttons = new ArrayList<>(parts.linkButtons(card.resources()));
    if (card.linksUnderReview() > 0 && !card.question().isBlank()) {
      buttons.add(sendOn(card.question()));
    }
    buttons.add(notMine(card.question()));
    buttons.add(button(
        Actions.UNCLEAR_RULE,
        in.say("button.unclear_rule"),
        card.rule() + " " + question(card.question())));
    spoken.silent(actions(buttons));
    if (!card.question().isBlank()) {
      spoken.silent(quiet(in.say("answer.words_kept") + " " + in.say("answer.words_sent")));
    }
    return spoken.message();
  }

  /** Pressing one puts the answer into the place of the question. */
  SlackMessage whichAccount(Notice.WhichAccount which) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    spoken.add(
        rich(Ink.line(Ink.bold(in.plain(which.topic(), 300)))), in.inSentence(which.topic()) + ".");
    spoken.sentence(in.say("which_account"));
    List<BlockElement> buttons = new ArrayList<>();
    for (Account account : Account.values()) {
      buttons.add(button(
          Actions.ON_ACCOUNT + "." + buttons.size(),
          in.say("account.button." + account.code(), "company", which.company()),
          which.rule() + " " + account.code() + " " + question(which.question())));
    }
    spoken.silent(actions(buttons));
    return spoken.message();
  }

  SlackMessage suggestions(Notice.Suggestions notice) {
    String said = in.say("suggestions");
    List<BlockElement> buttons = new ArrayList<>();
    for (Notice.Suggestion answer : notice.answers().stream().limit(SUGGESTIONS).toList()) {
      buttons.add(topic(answer, notice.question(), buttons.size()));
    }
    buttons.add(notMine(notice.question()));
    return new SlackMessage(
        said, List.of(say(said), actions(buttons), quiet(in.say("answer.words_kept"))));
  }

  /** A button that shows one answer; {@code place} keeps several in one message apart. */
  BlockElement topic(Notice.Suggestion answer, String question, int place) {
    return button(
        Actions.SHOW_ANSWER + "." + place,
        in.plain(answer.topic(), Ink.LABEL),
        answer.rule() + " " + question(question));
  }

  SlackMessage nothing(Notice.NoAnswer notice) {
    return offer(List.of(), in.say("no_answer"), notice.question());
  }

  SlackMessage underReview(Notice.UnderReview notice) {
    return offer(
        List.of(rich(Ink.line(Ink.bold(in.plain(notice.topic(), 300))))),
        in.say("under_review"),
        notice.question());
  }

  SlackMessage protectedRight(Notice.ProtectedRight right) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    spoken.add(
        rich(Ink.line(Ink.bold(in.plain(right.topic(), 300)))), in.inSentence(right.topic()) + ".");
    spoken.others(in.plain(right.text(), Ink.SECTION));
    spoken.others(in.plain(right.help(), Ink.SECTION));
    if (!right.resources().isEmpty()) {
      spoken.add(rich(parts.resources(right.resources())), parts.resourcesText(right.resources()));
    }
    if (right.linksUnderReview() > 0) {
      spoken.sentence(in.say("links_under_review", "count", right.linksUnderReview()));
    }
    spoken.silent(
        quiet(in.say("answer.rule", "rule", SafeText.mrkdwn(right.rule().value(), 100))));
    List<BlockElement> buttons = new ArrayList<>(parts.linkButtons(right.resources()));
    if (right.linksUnderReview() > 0 && !right.question().isBlank()) {
      buttons.add(sendOn(right.question()));
    }
    if (!right.question().isBlank()) {
      buttons.add(notMine(right.question()));
    }
    if (!buttons.isEmpty()) {
      spoken.silent(actions(buttons));
    }
    if (!right.question().isBlank()) {
      spoken.silent(quiet(in.say("answer.words_kept")));
    }
    return spoken.message();
  }

  private SlackMessage offer(List<LayoutBlock> first, String said, String question) {
    List<LayoutBlock> blocks = new ArrayList<>(first);
    blocks.add(say(said));
    if (!question.isBlank()) {
      blocks.add(rich(Ink.quote(question, 600)));
      blocks.add(actions(List.of(Ink.primary(sendOn(question)))));
      blocks.add(quiet(in.say("no_answer.words_sent")));
    }
    return new SlackMessage(said, blocks);
  }

  private void labelled(ReporterCards.Spoken spoken, String key, String plain) {
    String label = in.say(key);
    spoken.add(Ink.paragraph(label, plain), label + " " + SafeText.mrkdwn(plain, 900));
  }

  private ButtonElement sendOn(String question) {
    return button(Actions.SEND_ON, in.say("button.send_on"), question(question));
  }

  private BlockElement notMine(String question) {
    return button(Actions.NOT_MINE, in.say("button.not_mine"), question(question));
  }

  private static String question(String question) {
    return SafeText.plain(question, QUESTION);
  }

  private String source(Notice.AnswerCard card) {
    String rule = SafeText.mrkdwn(card.rule().value(), 100);
    String by = SafeText.mrkdwn(card.approvedBy(), 100);
    String version = SafeText.mrkdwn(card.policyVersion(), 60);
    return card.approvedOn()
        .map(day ->
            in.say("answer.source", "rule", rule, "by", by, "day", in.day(day), "version", version))
        .orElseGet(() -> in.say("answer.source_undated", "rule", rule, "version", version));
  }
}
