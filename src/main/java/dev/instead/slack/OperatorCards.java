package dev.instead.slack;

import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.LayoutBlock;
import dev.instead.notice.Notice;
import java.util.ArrayList;
import java.util.List;

/** What the policy's owner and the administrators are told. */
final class OperatorCards {
  private static final int SHOWN_PROBLEMS = 10;

  private final Reading in;

  OperatorCards(Reading in) {
    this.in = in;
  }

  SlackMessage broken(Notice.PolicyBroken notice) {
    String said = in.say("policy.broken", "version", SafeText.mrkdwn(notice.inForce(), 60));
    List<String> problems = notice.problems();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(say(said));
    if (!problems.isEmpty()) {
      blocks.add(rich(Ink.bullets(problems.stream()
          .limit(SHOWN_PROBLEMS)
          .map(problem -> Ink.line(Ink.text(SafeText.plain(problem, 500))))
          .toList())));
    }
    if (problems.size() > SHOWN_PROBLEMS) {
      blocks.add(quiet(in.say("policy.more_problems", "count", problems.size() - SHOWN_PROBLEMS)));
    }
    String first = problems.isEmpty() ? "" : " " + SafeText.mrkdwn(problems.get(0), 500);
    return new SlackMessage(said + first, blocks);
  }

  SlackMessage mended(Notice.PolicyMended notice) {
    String said = in.say("policy.mended", "version", SafeText.mrkdwn(notice.inForce(), 60));
    return new SlackMessage(said, List.of(say(said)));
  }

  SlackMessage undelivered(Notice.Undelivered notice) {
    String what = in.say("message." + notice.kind());
    String said = notice
        .number()
        .map(number -> in.say("undelivered.case", "what", what, "number", number))
        .orElseGet(() -> in.say("undelivered", "what", what));
    return new SlackMessage(
        said + " " + SafeText.mrkdwn(notice.reason(), 300),
        List.of(
            say(said),
            Ink.paragraph(in.say("undelivered.reason"), SafeText.plain(notice.reason(), 500)),
            Ink.paragraph(in.say("undelivered.remedy"), SafeText.plain(notice.remedy(), 500))));
  }
}
