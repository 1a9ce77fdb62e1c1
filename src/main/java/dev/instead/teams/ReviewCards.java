package dev.instead.teams;

import dev.instead.notice.Notice;
import dev.instead.notice.ReviewWords;
import dev.instead.policy.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the owners of texts and links are told, and what they can do about it. */
final class ReviewCards {
  private static final int TITLE = 300;
  private static final int ADDRESS = 300;

  private final Reading in;

  ReviewCards(Reading in) {
    this.in = in;
  }

  TeamsMessage list(Notice.ReviewList list) {
    Sheet sheet = new Sheet(in).say(in.say("review_list", "count", list.all()));
    ReviewWords words = new ReviewWords(in);
    for (Notice.Review review : list.due()) {
      String title = in.plain(review.title(), TITLE);
      sheet.add(Ink.rich(List.of(Ink.bold(title)))).speak(title + ".");
      sheet.quiet(words.about(review));
      sheet.add(Buttons.row(buttons(review)));
    }
    int more = list.all() - list.next();
    if (more > 0) {
      sheet.say(in.say("review.more", "count", more));
      sheet.button(Buttons.act(
          Verbs.REVIEW_MORE, in.say("button.review_more"), String.valueOf(list.next())));
    }
    return sheet.message();
  }

  TeamsMessage notYours(Notice.NotYourText other) {
    return new Sheet(in).say(new ReviewWords(in).notYours(other)).message();
  }

  TeamsMessage dead(Notice.LinkDead dead) {
    EntryId id = dead.resource().id();
    return new Sheet(in)
        .say(in.say("link_dead", "label", in.inSentence(dead.resource().label())))
        .others(in.words(dead.resource().url().toString(), ADDRESS))
        .say(in.say(dead.reason()))
        .say(in.say("link_dead.remedy"))
        .button(change(id))
        .button(retire(id))
        .message();
  }

  TeamsMessage alive(Notice.LinkAlive alive) {
    return new Sheet(in)
        .say(in.say("link_alive", "label", in.inSentence(alive.resource().label())))
        .message();
  }

  /** A lifted embargo has no review date that could be moved. */
  private List<Map<String, Object>> buttons(Notice.Review review) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    if (review.state() != Notice.Review.State.LIFTED) {
      buttons.add(Buttons.open(
          Verbs.REVIEW_HOLDS, in.say("button.review_holds"), review.id().code()));
    }
    buttons.add(change(review.id()));
    buttons.add(retire(review.id()));
    return buttons;
  }

  private Map<String, Object> change(EntryId id) {
    return Buttons.open(Verbs.REVIEW_CHANGE, in.say("button.review_change"), id.code());
  }

  private Map<String, Object> retire(EntryId id) {
    return Buttons.act(Verbs.REVIEW_RETIRE, in.say("button.review_retire"), id.code());
  }
}
