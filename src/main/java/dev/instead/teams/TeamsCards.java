package dev.instead.teams;

import dev.instead.notice.AskedWords;
import dev.instead.notice.CaseWords;
import dev.instead.notice.Notice;
import java.util.Locale;

/** How each notice looks on Teams. Pure: the same notice always gives the same message. */
final class TeamsCards {
  /**
   * A card on the wire, in bytes. Teams' documentation has said 28, 40 and 100 KB for a message in the last years; this is below all of
   * them.
   */
  static final int LARGEST = 24_000;

  private TeamsCards() {}

  static TeamsMessage of(Notice notice, Locale language) {
    TeamsMessage message = drawn(notice, Reading.in(language, 0));
    for (int halvings = 1;
        halvings <= Reading.MOST_HALVINGS && Ink.size(message.card()) > LARGEST;
        halvings++) {
      message = drawn(notice, Reading.in(language, halvings));
    }
    return message;
  }

  private static TeamsMessage drawn(Notice notice, Reading in) {
    if (notice instanceof Notice.TeamCard card) return new TeamCards(in).card(card);
    if (notice instanceof Notice.TeamNote note) return new TeamCards(in).note(note);
    if (notice instanceof Notice.HiddenCard hidden) return new TeamCards(in).hidden(hidden);
    if (notice instanceof Notice.DangerReported danger) return new TeamCards(in).danger(danger);
    if (notice instanceof Notice.StrayCard stray) return new TeamCards(in).stray(stray);
    if (notice instanceof Notice.Receipt receipt) return new ReporterCards(in).receipt(receipt);
    if (notice instanceof Notice.Thanks thanks) return new ReporterCards(in).thanks(thanks);
    if (notice instanceof Notice.PickedUp news) return new ReporterCards(in).pickedUp(news);
    if (notice instanceof Notice.OutcomeNews news) return new ReporterCards(in).outcome(news);
    if (notice instanceof Notice.ReopenedNews news) return new ReporterCards(in).reopened(news);
    if (notice instanceof Notice.RelayToReporter relay) return new ReporterCards(in).relay(relay);
    if (notice instanceof Notice.AnswerCard card) return new AnswerCards(in).answer(card);
    if (notice instanceof Notice.WhichAccount which) return new AnswerCards(in).whichAccount(which);
    if (notice instanceof Notice.DraftChecked draft) return new DraftCards(in).checked(draft);
    if (notice instanceof Notice.Suggestions some) return new AnswerCards(in).suggestions(some);
    if (notice instanceof Notice.NoAnswer none) return new AnswerCards(in).nothing(none);
    if (notice instanceof Notice.UnderReview old) return new AnswerCards(in).underReview(old);
    if (notice instanceof Notice.ProtectedRight right)
      return new AnswerCards(in).protectedRight(right);
    if (notice instanceof Notice.Home home) return new WelcomePage(in).of(home);
    if (notice instanceof Notice.ReviewList list) return new ReviewCards(in).list(list);
    if (notice instanceof Notice.NotYourText other) return new ReviewCards(in).notYours(other);
    if (notice instanceof Notice.LinkDead dead) return new ReviewCards(in).dead(dead);
    if (notice instanceof Notice.LinkAlive alive) return new ReviewCards(in).alive(alive);
    if (notice instanceof Notice.PolicyBroken broken) return new OperatorCards(in).broken(broken);
    if (notice instanceof Notice.PolicyMended mended) return new OperatorCards(in).mended(mended);
    if (notice instanceof Notice.Undelivered news) return new OperatorCards(in).undelivered(news);
    if (notice instanceof Notice.PolicyPage page) return new FeedbackCards(in).page(page);
    if (notice instanceof Notice.Proposed patch) return new ProposalCards(in).proposed(patch);
    if (notice instanceof Notice.NotProposed none) return new ProposalCards(in).notProposed(none);
    return privately(notice, in);
  }

  private static TeamsMessage privately(Notice notice, Reading in) {
    PrivateCards cards = new PrivateCards(in);
    if (notice instanceof Notice.Acknowledged done) return cards.acknowledged(done);
    if (notice instanceof Notice.SentOn sent) return cards.said(new AskedWords(in).sentOn(sent));
    if (notice instanceof Notice.NotPolicyOwner) return cards.said(in.say("asked.for_owner"));
    if (notice instanceof Notice.TooLate late) return cards.tooLate(late);
    if (notice instanceof Notice.AlreadyYours mine) {
      return cards.said(in.say("already_yours", "number", mine.number()));
    }
    if (notice instanceof Notice.NoLongerOpen closed) {
      return cards.said(in.say("no_longer_open", "number", closed.number()));
    }
    if (notice instanceof Notice.MovedOn news) {
      return cards.said(in.say("moved_on", "number", news.number()));
    }
    if (notice instanceof Notice.NotYourTeam other) return cards.notYourTeam(other);
    if (notice instanceof Notice.NotYours other) return cards.notYours(other);
    if (notice instanceof Notice.Refused refused) return cards.refused(refused);
    if (notice instanceof Notice.OneMoment) return cards.said(in.say("one_moment"));
    if (notice instanceof Notice.Slower slower)
      return cards.said(in.say(slower.what().sentence()));
    if (notice instanceof Notice.NotStored lost) return cards.notStored(lost);
    if (notice instanceof Notice.ToldDirectly told) return cards.toldDirectly(told);
    if (notice instanceof Notice.NotFound) return cards.said(in.say("not_found"));
    if (notice instanceof Notice.Erased gone) return cards.said(new CaseWords(in).erased(gone));
    if (notice instanceof Notice.Unclear unclear) return cards.said(in.say(unclear.problem()));
    if (notice instanceof Notice.Help) return cards.help();
    if (notice instanceof Notice.LinkSeen seen) return cards.linkSeen(seen);
    throw new AssertionError("No Teams card for " + notice.getClass().getSimpleName());
  }
}
