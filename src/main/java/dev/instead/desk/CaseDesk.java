package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.policy.ReplyId;
import dev.instead.policy.Severity;
import dev.instead.policy.TeamId;
import dev.instead.report.CaseNumber;
import dev.instead.report.Outcome;
import java.util.Optional;

/** What the routed team can do with a case. Every method checks that the person belongs to the team. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class CaseDesk {
  /** Hands the case to {@code member}, unless a colleague was quicker.
   *
   * @return what to say to the presser in private; empty when the card says it all */
  public Optional<Notice> claim(CaseNumber number, Person member, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Gives a claimed case back to the team; its age stays. */
  public Optional<Notice> release(CaseNumber number, Person member, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Not an issue: resolves the case without more ado. */
  public Optional<Notice> dismiss(CaseNumber number, Person member, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Hands the case to another team; number and age stay. */
  public Optional<Notice> handOver(CaseNumber number, Person member, TeamId to, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Changes how much the case matters, and with it when it is due. */
  public Optional<Notice> changeSeverity(
      CaseNumber number, Person member, Severity severity, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Moves all reports into another open case of the same team. */
  public Optional<Notice> merge(
      CaseNumber number, Person member, CaseNumber into, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Records that an approved reply was used. */
  public Optional<Notice> useReply(
      CaseNumber number, Person member, ReplyId reply, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Asks everybody who reported the case. */
  public Optional<Notice> askReporter(
      CaseNumber number, Person member, String text, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Tells everybody who reported the case something. */
  public Optional<Notice> reply(CaseNumber number, Person member, String text, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Ends the case; the reporters hear the outcome and the text. */
  public Optional<Notice> resolve(
      CaseNumber number, Person member, Outcome outcome, String text, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** Opens a resolved case again, under its number. */
  public Optional<Notice> reopen(CaseNumber number, Person member, Delivery delivery) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** A form of the card, or why not. */
  public Opening form(CaseForm form, CaseNumber number, Person member) {
    throw new UnsupportedOperationException("CaseDesk");
  }

  /** A card was pressed; if it is not the recorded one, it is a stray and will be replaced. */
  public void pressedOn(CaseNumber number, Channel channel, String remote) {
    throw new UnsupportedOperationException("CaseDesk");
  }
}
