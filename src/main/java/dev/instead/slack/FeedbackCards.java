package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.instead.notice.AskedWords;
import dev.instead.notice.Heard;
import dev.instead.notice.Notice;
import java.util.ArrayList;
import java.util.List;

/** What people asked, for the policy's owner: in their home, and as a page of its own. */
final class FeedbackCards {
  private static final int QUESTION = 300;

  private final Reading in;
  private final AskedWords words;

  FeedbackCards(Reading in) {
    this.in = in;
    this.words = new AskedWords(in);
  }

  SlackMessage page(Notice.PolicyPage page) {
    return new SlackMessage(in.say("asked") + ". " + words.counts(page.counts()), blocks(page));
  }

  List<LayoutBlock> blocks(Notice.PolicyPage page) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.head(in.say("asked")));
    blocks.add(say(words.counts(page.counts())));
    for (Heard.Marked marked : page.counts().marked()) {
      blocks.add(quiet(words.marked(marked)));
    }
    if (page.proposals() > 0) {
      blocks.add(say(in.say("asked.proposals", "count", page.proposals())));
    }
    for (Heard.Waiting waiting : page.waiting()) {
      blocks.add(say(
          words.waiting(waiting),
          button(Actions.DROP_PROPOSAL, in.say("button.drop_proposal"), waiting.id())));
    }
    if (page.groups().isEmpty()) {
      blocks.add(say(in.say("asked.nothing")));
    }
    for (Heard.Group group : page.groups()) {
      group(group, blocks);
    }
    if (page.more() > 0) {
      blocks.add(quiet(in.say("asked.more", "count", page.more())));
    }
    return blocks;
  }

  private void group(Heard.Group group, List<LayoutBlock> blocks) {
    blocks.add(say(words.group(group)));
    String seq = String.valueOf(group.seq());
    List<BlockElement> buttons = new ArrayList<>();
    if (!group.questions().isEmpty()) {
      blocks.add(rich(Ink.bullets(group.questions().stream()
          .map(question -> Ink.line(Ink.text(SafeText.plain(question, QUESTION))))
          .toList())));
      buttons.add(button(Actions.ADD_EXAMPLE, in.say("button.example"), seq));
    }
    buttons.add(button(Actions.DISMISS_GROUP, in.say("button.dismiss_group"), seq));
    blocks.add(actions(buttons));
  }
}
