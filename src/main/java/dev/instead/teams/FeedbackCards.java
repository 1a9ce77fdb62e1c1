package dev.instead.teams;

import dev.instead.notice.AskedWords;
import dev.instead.notice.Heard;
import dev.instead.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people asked, for the policy's owner. */
final class FeedbackCards {
  private static final int QUESTION = 300;

  private final Reading in;
  private final AskedWords words;

  FeedbackCards(Reading in) {
    this.in = in;
    this.words = new AskedWords(in);
  }

  TeamsMessage page(Notice.PolicyPage page) {
    Sheet sheet = new Sheet(in).head(in.say("asked")).say(words.counts(page.counts()));
    for (Heard.Marked marked : page.counts().marked()) {
      sheet.quiet(words.marked(marked));
    }
    if (page.proposals() > 0) {
      sheet.say(in.say("asked.proposals", "count", page.proposals()));
    }
    page.waiting().forEach(waiting -> waiting(waiting, sheet));
    if (page.groups().isEmpty()) {
      sheet.say(in.say("asked.nothing"));
    }
    page.groups().forEach(group -> group(group, sheet));
    if (page.more() > 0) {
      sheet.quiet(in.say("asked.more", "count", page.more()));
    }
    return sheet.message();
  }

  private void waiting(Heard.Waiting waiting, Sheet sheet) {
    sheet.say(words.waiting(waiting));
    Map<String, Object> drop =
        Buttons.act(Verbs.DROP_PROPOSAL, in.say("button.drop_proposal"), waiting.id());
    sheet.add(Ink.with(Buttons.row(List.of(drop)), "spacing", "Small"));
  }

  private void group(Heard.Group group, Sheet sheet) {
    sheet.add(Ink.with(Ink.say(words.group(group)), "separator", true));
    for (String question : group.questions()) {
      sheet.add(Ink.bullet(List.of(Ink.run(in.words(question, QUESTION)))));
    }
    String seq = String.valueOf(group.seq());
    List<Map<String, Object>> buttons = new ArrayList<>();
    if (!group.questions().isEmpty()) {
      buttons.add(Buttons.open(Verbs.ADD_EXAMPLE, in.say("button.example"), seq));
    }
    buttons.add(Buttons.act(Verbs.DISMISS_GROUP, in.say("button.dismiss_group"), seq));
    sheet.add(Ink.with(Buttons.row(buttons), "spacing", "Small"));
  }
}
