package dev.instead.teams;

import dev.instead.notice.Notice;
import dev.instead.policy.Account;
import dev.instead.policy.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Answers to "may I post this?": the verdict first, then what to do, then why. */
final class AnswerCards {
  private static final int SUGGESTIONS = 5;

  private static final int TOPIC = 300;
  private static final int ID = 100;
  private static final int VERSION = 60;
  private static final int SHOWN_QUESTION = 600;

  private final Reading in;
  private final PolicyParts parts;

  AnswerCards(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
  }

  TeamsMessage answer(Notice.AnswerCard card) {
    Sheet sheet = new Sheet(in);
    String verdict = in.say("verdict." + card.verdict().code());
    String style = card.verdict() == Verdict.GO ? "good" : "warning";
    sheet
        .add(Ink.with(Ink.box(style, List.of(Ink.head(verdict))), "bleed", true))
        .speak(verdict + ".");
    topic(in.plain(card.topic(), TOPIC), sheet);
    card.context()
        .account()
        .ifPresent(account -> sheet.quiet(in.say("account.said." + account.code())));
    card.advice().dont().ifPresent(text -> sheet.others(in.plain(text, Ink.TEXT)));
    card.instead()
        .ifPresent(text -> sheet.labelled(in.say("answer.instead"), in.plain(text, Ink.TEXT)));
    parts.resources(card.resources(), sheet);
    if (card.linksUnderReview() > 0) {
      sheet.say(in.say("links_under_review", "count", card.linksUnderReview()));
    }
    sheet.labelled(in.say("answer.why"), in.plain(card.advice().why(), Ink.TEXT));
    card.copy().ifPresent(text -> {
      sheet.quiet(in.say("answer.copy"));
      sheet.add(parts.copyable(text.in(in.language()), Ink.TEXT));
    });
    card.context()
        .training()
        .ifPresent(training -> sheet.say(in.say(
            training.ended() ? "answer.training.ended" : "answer.training.ends",
            "day",
            in.day(training.until()),
            "team",
            in.inSentence(training.renewedBy()))));
    sheet.quiet(source(card));
    if (!card.ownLanguage()) {
      sheet.quiet(in.say("answer.other_language"));
    }
    sheet.addAll(Buttons.column(parts.linkButtons(card.resources())));
    if (card.linksUnderReview() > 0 && !card.question().isBlank()) {
      sheet.button(sendOn(card.question()));
    }
    notMine(card.question(), sheet);
    if (!card.question().isBlank()) {
      sheet.quiet(in.say("answer.words_sent"));
    }
    String value = card.rule() + " " + Asked.value(card.question());
    return sheet
        .button(Buttons.act(Verbs.UNCLEAR_RULE, in.say("button.unclear_rule"), value))
        .message();
  }

  /** Pressing one puts the answer into the place of the question. */
  TeamsMessage whichAccount(Notice.WhichAccount which) {
    Sheet sheet = new Sheet(in);
    topic(in.plain(which.topic(), TOPIC), sheet);
    sheet.say(in.say("which_account"));
    Asked.field(which.question()).ifPresent(sheet::add);
    sheet.addAll(Buttons.column(Arrays.stream(Account.values())
        .map(account -> Buttons.act(
            Verbs.ON_ACCOUNT,
            in.say("account.button." + account.code(), "company", which.company()),
            which.rule() + " " + account.code() + " " + Asked.value(which.question())))
        .toList()));
    return sheet.message();
  }

  TeamsMessage suggestions(Notice.Suggestions notice) {
    Sheet sheet = new Sheet(in).say(in.say("suggestions"));
    sheet.addAll(Buttons.column(notice.answers().stream()
        .limit(SUGGESTIONS)
        .map(answer -> topic(answer, notice.question()))
        .toList()));
    notMine(notice.question(), sheet);
    return sheet.message();
  }

  /** A button that shows one answer. */
  Map<String, Object> topic(Notice.Suggestion answer, String question) {
    return Buttons.act(
        Verbs.SHOW_ANSWER,
        in.plain(answer.topic(), Ink.LABEL),
        answer.rule() + " " + Asked.value(question));
  }

  TeamsMessage nothing(Notice.NoAnswer notice) {
    return offer(new Sheet(in), in.say("no_answer"), notice.question());
  }

  TeamsMessage underReview(Notice.UnderReview notice) {
    Sheet sheet = new Sheet(in);
    topic(in.plain(notice.topic(), TOPIC), sheet);
    return offer(sheet, in.say("under_review"), notice.question());
  }

  TeamsMessage protectedRight(Notice.ProtectedRight right) {
    Sheet sheet = new Sheet(in);
    topic(in.plain(right.topic(), TOPIC), sheet);
    sheet.others(in.plain(right.text(), Ink.TEXT));
    sheet.others(in.plain(right.help(), Ink.TEXT));
    parts.resources(right.resources(), sheet);
    if (right.linksUnderReview() > 0) {
      sheet.say(in.say("links_under_review", "count", right.linksUnderReview()));
    }
    sheet.quiet(in.say("answer.rule", "rule", in.escaped(right.rule().value(), ID)));
    sheet.addAll(Buttons.column(parts.linkButtons(right.resources())));
    if (right.linksUnderReview() > 0 && !right.question().isBlank()) {
      sheet.button(sendOn(right.question()));
    }
    if (!right.question().isBlank()) {
      notMine(right.question(), sheet);
    }
    return sheet.message();
  }

  private void topic(String plain, Sheet sheet) {
    sheet.add(Ink.rich(List.of(Ink.bold(plain)))).speak(plain + ".");
  }

  private TeamsMessage offer(Sheet sheet, String said, String question) {
    sheet.say(said);
    if (!question.isBlank()) {
      sheet.add(Ink.quote(in.words(question, SHOWN_QUESTION)));
      Asked.field(question).ifPresent(sheet::add);
      sheet.quiet(in.say("no_answer.words_sent"));
      sheet.button(Buttons.primary(sendOn(question)));
    }
    return sheet.message();
  }

  private Map<String, Object> sendOn(String question) {
    return Buttons.act(Verbs.SEND_ON, in.say("button.send_on"), Asked.value(question));
  }

  private void notMine(String question, Sheet sheet) {
    Asked.field(question).ifPresent(sheet::add);
    if (!question.isBlank()) {
      sheet.quiet(in.say("answer.words_kept"));
    }
    sheet.button(Buttons.act(Verbs.NOT_MINE, in.say("button.not_mine"), Asked.value(question)));
  }

  private String source(Notice.AnswerCard card) {
    String rule = in.escaped(card.rule().value(), ID);
    String by = in.escaped(card.approvedBy(), ID);
    String version = in.escaped(card.policyVersion(), VERSION);
    return card.approvedOn()
        .map(day ->
            in.say("answer.source", "rule", rule, "by", by, "day", in.day(day), "version", version))
        .orElseGet(() -> in.say("answer.source_undated", "rule", rule, "version", version));
  }
}
