package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.rich;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.instead.notice.Notice;
import dev.instead.notice.ReviewWords;
import dev.instead.policy.EntryId;
import java.util.ArrayList;
import java.util.List;

/** What the owners of texts and links are told, and what they can do about it. */
final class ReviewCards {
  private static final int TITLE = 300;

  private final Reading in;

  ReviewCards(Reading in) {
    this.in = in;
  }

  SlackMessage list(Notice.ReviewList list) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    spoken.sentence(in.say("review_list", "count", list.all()));
    ReviewWords words = new ReviewWords(in);
    for (Notice.Review review : list.due()) {
      String about = words.about(review);
      spoken.add(
          rich(Ink.line(Ink.bold(in.plain(review.title(), TITLE)))),
          in.inSentence(review.title()) + ".");
      spoken.silent(Ink.quiet(about));
      spoken.silent(actions(buttons(review)));
    }
    int more = list.all() - list.next();
    if (more > 0) {
      spoken.sentence(in.say("review.more", "count", more));
      spoken.silent(actions(List.of(
          button(Actions.REVIEW_MORE, in.say("button.review_more"), String.valueOf(list.next())))));
    }
    return spoken.message();
  }

  SlackMessage notYours(Notice.NotYourText other) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    spoken.sentence(new ReviewWords(in).notYours(other));
    return spoken.message();
  }

  SlackMessage dead(Notice.LinkDead dead) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    spoken.sentence(in.say("link_dead", "label", in.inSentence(dead.resource().label())));
    spoken.silent(rich(Ink.line(Ink.address(dead.resource().url().toString()))));
    spoken.sentence(in.say(dead.reason()));
    spoken.sentence(in.say("link_dead.remedy"));
    EntryId id = dead.resource().id();
    spoken.silent(actions(List.of(change(id), retire(id))));
    return spoken.message();
  }

  SlackMessage alive(Notice.LinkAlive alive) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    spoken.sentence(in.say("link_alive", "label", in.inSentence(alive.resource().label())));
    return spoken.message();
  }

  /** A lifted embargo has no review date that could be moved. */
  private List<BlockElement> buttons(Notice.Review review) {
    List<BlockElement> buttons = new ArrayList<>();
    if (review.state() != Notice.Review.State.LIFTED) {
      buttons.add(button(
          Actions.REVIEW_HOLDS, in.say("button.review_holds"), review.id().code()));
    }
    buttons.add(change(review.id()));
    buttons.add(retire(review.id()));
    return buttons;
  }

  private ButtonElement change(EntryId id) {
    return button(Actions.REVIEW_CHANGE, in.say("button.review_change"), id.code());
  }

  private ButtonElement retire(EntryId id) {
    return button(Actions.REVIEW_RETIRE, in.say("button.review_retire"), id.code());
  }
}
