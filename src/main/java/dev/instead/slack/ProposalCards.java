package dev.instead.slack;

import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.LayoutBlock;
import dev.instead.notice.Excerpt;
import dev.instead.notice.Notice;
import dev.instead.notice.Notice.NotProposed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Proposals for the policy file: the patch as it is, and nothing in it interpreted. */
final class ProposalCards {
  private static final int SHOWN_DETAILS = 10;
  private static final int DETAIL = 500;

  private final Reading in;

  ProposalCards(Reading in) {
    this.in = in;
  }

  SlackMessage proposed(Notice.Proposed notice) {
    String said = in.say("proposed", "file", SafeText.mrkdwn(notice.patch().file(), 100));
    Excerpt diff = Excerpt.of(notice.patch().diff(), Ink.SECTION);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(say(said));
    blocks.add(rich(Ink.copyable(diff.shown(), Ink.SECTION)));
    if (diff.left() > 0) {
      blocks.add(quiet(in.say("proposed.whole", "lines", diff.left())));
    }
    blocks.add(quiet(in.say("proposed.how")));
    return new SlackMessage(said, blocks);
  }

  SlackMessage notProposed(Notice.NotProposed notice) {
    String said = in.say(key(notice.reason()), "about", SafeText.mrkdwn(notice.about(), 100));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(say(said));
    if (!notice.details().isEmpty()) {
      blocks.add(rich(Ink.bullets(notice.details().stream()
          .limit(SHOWN_DETAILS)
          .map(detail -> Ink.line(Ink.text(SafeText.plain(detail, DETAIL))))
          .toList())));
    }
    return new SlackMessage(said, blocks);
  }

  private static String key(Reason reason) {
    return "proposal." + reason.name().toLowerCase(Locale.ROOT);
  }
}
