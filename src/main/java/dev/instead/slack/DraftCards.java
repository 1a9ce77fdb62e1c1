package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;

import com.slack.api.model.block.element.BlockElement;
import dev.instead.notice.Notice;
import dev.instead.notice.Notice.DraftChecked;
import dev.instead.notice.Notice.DraftChecked.Result;
import dev.instead.notice.Notice.Matter;
import dev.instead.policy.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the policy says about a draft: the verdict first, then each matter with its do. */
final class DraftCards {
  private static final int TOPIC = 300;
  private static final int WORDS = 300;

  /** Half of what one card of an answer has, because several share a message. */
  private static final int TEXT = 1500;

  private static final int RESOURCES = 3;

  private final Reading in;
  private final PolicyParts parts;
  private final AnswerCards answers;

  DraftCards(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
    this.answers = new AnswerCards(in);
  }

  SlackMessage checked(DraftChecked draft) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    String result = "draft_result." + draft.result().name().toLowerCase(Locale.ROOT);
    spoken.add(Ink.head(in.say(result + ".title")), in.say(result + ".title") + ".");
    spoken.sentence(in.say(result));
    draft.matters().stream()
        .limit(DraftChecked.SHOWN_MATTERS)
        .forEach(matter -> matter(matter, spoken));
    if (draft.more() > 0) {
      spoken.sentence(in.say("draft.more", "count", draft.more()));
    }
    near(draft, spoken);
    sendOn(draft, spoken);
    return spoken.message();
  }

  private void matter(Matter matter, ReporterCards.Spoken spoken) {
    spoken.add(
        rich(Ink.line(Ink.bold(in.plain(matter.topic(), TOPIC)))),
        in.inSentence(matter.topic()) + ".");
    if (!matter.words().isEmpty()) {
      labelled("draft.words", SafeText.plain(matter.quoted(), WORDS), spoken);
    }
    matter
        .until()
        .ifPresent(until -> spoken.sentence(in.say("draft.until", "when", in.when(until))));
    matter.dont().ifPresent(text -> spoken.others(in.plain(text, TEXT)));
    if (matter.source() == Matter.Source.PROTECTED) {
      spoken.others(in.plain(matter.why(), TEXT));
      matter.instead().ifPresent(text -> spoken.others(in.plain(text, TEXT)));
    } else {
      matter.instead().ifPresent(text -> labelled("answer.instead", in.plain(text, TEXT), spoken));
    }
    List<Resource> resources = matter.resources().stream().limit(RESOURCES).toList();
    if (!resources.isEmpty()) {
      spoken.add(rich(parts.resources(resources)), parts.resourcesText(resources));
    }
    if (matter.linksUnderReview() > 0) {
      spoken.sentence(in.say("links_under_review", "count", matter.linksUnderReview()));
    }
    if (matter.source() != Matter.Source.PROTECTED) {
      labelled("answer.why", in.plain(matter.why(), TEXT), spoken);
    }
    spoken.silent(
        quiet(in.say("answer.rule", "rule", SafeText.mrkdwn(matter.rule().value(), 100))));
  }

  private void near(DraftChecked draft, ReporterCards.Spoken spoken) {
    if (draft.near().isEmpty()) {
      return;
    }
    if (draft.result() != Result.READ_FIRST) {
      spoken.sentence(in.say("draft.near"));
    }
    List<BlockElement> buttons = new ArrayList<>();
    for (Notice.Near near : draft.near()) {
      near.verdict().ifPresent(verdict -> {
        String said = in.say("verdict." + verdict.code());
        spoken.sentence(
            in.say("draft.near.one", "verdict", said, "topic", in.inSentence(near.topic())));
      });
      buttons.add(
          answers.topic(new Notice.Suggestion(near.rule(), near.topic()), "", buttons.size()));
    }
    spoken.silent(actions(buttons));
  }

  /** The button has to carry the words, since nothing else keeps them; the sentence beside it says so. */
  private void sendOn(DraftChecked draft, ReporterCards.Spoken spoken) {
    boolean fits = !draft.draft().isBlank();
    spoken.silent(quiet(in.say(fits ? "draft.kept" : "draft.kept.long")));
    if (fits) {
      spoken.silent(actions(List.of(button(
          Actions.SEND_ON,
          in.say("button.send_on"),
          SafeText.plain(draft.draft(), AnswerCards.QUESTION)))));
    }
  }

  private void labelled(String key, String plain, ReporterCards.Spoken spoken) {
    String label = in.say(key);
    spoken.add(Ink.paragraph(label, plain), label + " " + SafeText.mrkdwn(plain, 900));
  }
}
