package dev.instead.teams;

import dev.instead.notice.Notice;
import dev.instead.notice.Notice.DraftChecked;
import dev.instead.notice.Notice.DraftChecked.Result;
import dev.instead.notice.Notice.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the policy says about a draft: the verdict first, then each matter with its do. */
final class DraftCards {
  private static final int TOPIC = 300;
  private static final int ID = 100;
  private static final int WORDS = 300;

  /** Fewer than on the card of one answer, because several matters share a card. */
  private static final int RESOURCES = 3;

  private final Reading in;
  private final PolicyParts parts;
  private final AnswerCards answers;

  DraftCards(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
    this.answers = new AnswerCards(in);
  }

  TeamsMessage checked(DraftChecked draft) {
    Sheet sheet = new Sheet(in);
    String result = "draft_result." + draft.result().name().toLowerCase(Locale.ROOT);
    boolean waits = draft.result() == Result.HOLD || draft.result() == Result.READ_FIRST;
    String title = in.say(result + ".title");
    sheet
        .add(Ink.with(Ink.box(waits ? "warning" : "good", List.of(Ink.head(title))), "bleed", true))
        .speak(title + ".");
    sheet.say(in.say(result));
    draft.matters().stream()
        .limit(DraftChecked.SHOWN_MATTERS)
        .forEach(matter -> matter(matter, sheet));
    if (draft.more() > 0) {
      sheet.say(in.say("draft.more", "count", draft.more()));
    }
    near(draft, sheet);
    sendOn(draft, sheet);
    return sheet.message();
  }

  private void matter(Matter matter, Sheet sheet) {
    String topic = in.plain(matter.topic(), TOPIC);
    sheet.add(Ink.with(Ink.rich(List.of(Ink.bold(topic))), "separator", true)).speak(topic + ".");
    if (!matter.words().isEmpty()) {
      sheet.labelled(in.say("draft.words"), in.words(matter.quoted(), WORDS));
    }
    matter.until().ifPresent(until -> sheet.say(in.say("draft.until", "when", in.when(until))));
    matter.dont().ifPresent(text -> sheet.others(in.plain(text, Ink.TEXT)));
    if (matter.source() == Matter.Source.PROTECTED) {
      sheet.others(in.plain(matter.why(), Ink.TEXT));
      matter.instead().ifPresent(text -> sheet.others(in.plain(text, Ink.TEXT)));
    } else {
      matter
          .instead()
          .ifPresent(text -> sheet.labelled(in.say("answer.instead"), in.plain(text, Ink.TEXT)));
    }
    parts.resources(matter.resources().stream().limit(RESOURCES).toList(), sheet);
    if (matter.linksUnderReview() > 0) {
      sheet.say(in.say("links_under_review", "count", matter.linksUnderReview()));
    }
    if (matter.source() != Matter.Source.PROTECTED) {
      sheet.labelled(in.say("answer.why"), in.plain(matter.why(), Ink.TEXT));
    }
    sheet.quiet(in.say("answer.rule", "rule", in.escaped(matter.rule().value(), ID)));
  }

  private void near(DraftChecked draft, Sheet sheet) {
    if (draft.near().isEmpty()) {
      return;
    }
    if (draft.result() != Result.READ_FIRST) {
      sheet.say(in.say("draft.near"));
    }
    List<Map<String, Object>> buttons = new ArrayList<>();
    for (Notice.Near near : draft.near()) {
      near.verdict().ifPresent(verdict -> {
        String said = in.say("verdict." + verdict.code());
        sheet.say(in.say("draft.near.one", "verdict", said, "topic", in.inSentence(near.topic())));
      });
      buttons.add(answers.topic(new Notice.Suggestion(near.rule(), near.topic()), ""));
    }
    sheet.addAll(Buttons.column(buttons));
  }

  /** The button has to carry the words, since nothing else keeps them; the sentence beside it says so. */
  private void sendOn(DraftChecked draft, Sheet sheet) {
    boolean fits = !draft.draft().isBlank();
    sheet.quiet(in.say(fits ? "draft.kept" : "draft.kept.long"));
    if (fits) {
      Asked.field(draft.draft()).ifPresent(sheet::add);
      sheet.button(
          Buttons.act(Verbs.SEND_ON, in.say("button.send_on"), Asked.value(draft.draft())));
    }
  }
}
