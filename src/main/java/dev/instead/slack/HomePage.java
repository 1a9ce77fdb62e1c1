package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.instead.notice.Notice;
import dev.instead.report.Case;
import java.util.ArrayList;
import java.util.List;

/** A person's own page in the App Home: report, ask, my reports, what may I post. */
final class HomePage {
  private static final int SHOWN_REPORTS = 15;

  /** What people asked takes the room below. */
  private static final int SHOWN_TO_OWNER = 5;

  private static final int SHOWN_TOPICS = 10;

  private final Reading in;
  private final PolicyParts parts;
  private final AnswerCards answers;

  HomePage(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
    this.answers = new AnswerCards(in);
  }

  SlackMessage of(Notice.Home home) {
    String title = in.say("home.title", "company", SafeText.plain(home.company(), 80));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.head(title));
    blocks.add(say(in.say("home.welcome")));
    blocks.add(actions(List.of(
        Ink.primary(button(Actions.OPEN_REPORT, in.say("button.report"), Prefill.NOTHING)),
        button(Actions.OPEN_ASK, in.say("button.ask"), "ask"))));
    blocks.add(BrowseForms.ways(in));
    blocks.add(DividerBlock.builder().build());
    blocks.add(Ink.head(in.say("home.reports")));
    if (home.reports().isEmpty()) {
      blocks.add(say(in.say("home.no_reports")));
    }
    home.reports().stream()
        .limit(home.policy().isPresent() ? SHOWN_TO_OWNER : SHOWN_REPORTS)
        .forEach(mine -> report(mine, blocks));
    topics(home, blocks);
    home.policy().ifPresent(page -> {
      blocks.add(DividerBlock.builder().build());
      blocks.addAll(new FeedbackCards(in).blocks(page));
    });
    blocks.add(DividerBlock.builder().build());
    blocks.add(quiet(in.say("home.contact")));
    blocks.add(rich(parts.contact(home.publicContact())));
    return new SlackMessage(SafeText.mrkdwn(title, Ink.HEADER), blocks);
  }

  private void report(Notice.Mine mine, List<LayoutBlock> blocks) {
    String what = mine.kind() == Case.Kind.QUESTION
        ? in.say("card.question")
        : in.inSentence(mine.situation());
    String status = in.say(mine.status());
    String when = in.when(mine.at());
    blocks.add(say(mine.number()
        .map(number ->
            in.say("home.mine", "number", number, "what", what, "status", status, "when", when))
        .orElseGet(() -> in.say("home.mine_hidden", "status", status, "when", when))));
    String id = mine.report().id().value();
    switch (mine.status()) {
      case "status.resolved" ->
        blocks.add(actions(List.of(button(Actions.NOT_SOLVED, in.say(notSolved(mine)), id))));
      case "status.open", "status.claimed", "status.received" ->
        blocks.add(actions(List.of(
            button(Actions.ADD_DETAILS, in.say("button.add_details"), id), parts.withdraw(id))));
      default -> {
        // Nothing can be done any more.
      }
    }
  }

  private static String notSolved(Notice.Mine mine) {
    return mine.kind() == Case.Kind.QUESTION ? "button.not_answered" : "button.not_solved";
  }

  private void topics(Notice.Home home, List<LayoutBlock> blocks) {
    if (home.topics().isEmpty()) {
      return;
    }
    blocks.add(DividerBlock.builder().build());
    blocks.add(Ink.head(in.say("home.topics")));
    List<BlockElement> buttons = new ArrayList<>();
    for (Notice.Suggestion topic : home.topics().stream().limit(SHOWN_TOPICS).toList()) {
      buttons.add(answers.topic(topic, "", buttons.size()));
    }
    blocks.add(actions(buttons));
  }
}
