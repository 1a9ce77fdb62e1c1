package dev.instead.notice;

import dev.instead.people.Channel;
import dev.instead.people.Person;
import dev.instead.report.CaseNumber;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import dev.instead.report.ReportId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A message that should exist, or that should show its case as it is now. Wanting it again raises its wanted version; what it says is
 * drawn from the case when it is sent.
 *
 * @param subject with kind and case the identity of the message: a channel, a report, a note, a person
 * @param danger goes before everything else
 * @param onlyIfPresent raise it where it exists, do not create it (a home that was never opened)
 * @param detail what the message needs to know beyond its case, in a form of its kind; no words of people. May be empty
 */
public record Wanted(
    MessageKind kind,
    Optional<CaseNumber> number,
    String subject,
    Recipient to,
    boolean danger,
    boolean onlyIfPresent,
    String detail) {
  public static Wanted teamCard(CaseNumber number, Channel channel, boolean danger) {
    return new Wanted(
        MessageKind.TEAM_CARD,
        Optional.of(number),
        channel.id(),
        new Recipient.InChannel(channel),
        danger,
        false,
        "");
  }

  public static Wanted receipt(Report report) {
    return receipt(report, false);
  }

  /**
   * What a reporter is told once their report is stored.
   *
   * @param danger it says whom to call first
   */
  public static Wanted receipt(Report report, boolean danger) {
    return new Wanted(
        MessageKind.RECEIPT,
        Optional.of(report.number()),
        report.id().value(),
        new Recipient.InPrivate(report.reporter()),
        danger,
        false,
        "");
  }

  /** News for every reporter but who made it; {@code round} tells one claim (or outcome) of the case from the next. */
  public static Wanted news(MessageKind kind, CaseNumber number, int round, Person by) {
    return new Wanted(
        kind,
        Optional.of(number),
        String.valueOf(round),
        new Recipient.Reporters(Optional.of(by)),
        false,
        false,
        "");
  }

  public static Wanted teamNote(Note note, Channel channel) {
    return new Wanted(
        MessageKind.TEAM_NOTE,
        Optional.of(note.number()),
        note.id().value(),
        new Recipient.InChannel(channel),
        false,
        false,
        note.id().value());
  }

  /** The same note where its card is shown because it can't be posted in the team's own conversation. */
  public static Wanted teamNoteElsewhere(CaseNumber number, NoteId note, Channel channel) {
    return new Wanted(
        MessageKind.TEAM_NOTE,
        Optional.of(number),
        note.value() + "@" + channel.id(),
        new Recipient.InChannel(channel),
        false,
        false,
        note.value());
  }

  /** {@code remote} is the platform's id of the stray, as the click on it named it. */
  public static Wanted strayCard(CaseNumber number, Channel channel, String remote) {
    return new Wanted(
        MessageKind.STRAY_CARD,
        Optional.of(number),
        channel.id() + "/" + remote,
        new Recipient.InChannel(channel),
        false,
        false,
        remote);
  }

  /** The person opened their home, so it is kept up to date from now on. */
  public static Wanted home(Person person) {
    return home(person, false);
  }

  public static Wanted homeIfOpened(Person person) {
    return home(person, true);
  }

  /** The homes that show the case, as far as they were ever opened. */
  public static Wanted homesOfReporters(CaseNumber number) {
    return new Wanted(
        MessageKind.HOME,
        Optional.of(number),
        "",
        new Recipient.Reporters(Optional.empty()),
        false,
        true,
        "");
  }

  /** A note to every reporter. */
  public static Wanted relayToAll(Note note) {
    return new Wanted(
        MessageKind.RELAY,
        Optional.of(note.number()),
        note.id().value(),
        new Recipient.Reporters(Optional.of(note.by())),
        false,
        false,
        note.id().value());
  }

  /** Something that operators or the policy owner must know; {@code subject} keeps it from being said twice. */
  public static Wanted alert(MessageKind kind, Recipient to, String subject, String detail) {
    return new Wanted(kind, Optional.empty(), subject, to, false, false, detail);
  }

  /** A page that the person keeps right is dead, or alive again; {@code subject} is the change. */
  public static Wanted linkNews(Person owner, String subject, String detail) {
    return alert(
        MessageKind.LINK_NEWS, new Recipient.InPrivate(owner), owner + "/" + subject, detail);
  }

  /** What the person has to read again, in the week that begins on {@code day}. */
  public static Wanted reviewList(Person owner, LocalDate day) {
    return alert(MessageKind.REVIEW_LIST, new Recipient.InPrivate(owner), owner + "/" + day, "");
  }

  private static Wanted home(Person person, boolean onlyIfPresent) {
    return new Wanted(
        MessageKind.HOME,
        Optional.empty(),
        person.toString(),
        new Recipient.InPrivate(person),
        false,
        onlyIfPresent,
        "");
  }

  /** The subject of one reporter's copy of {@link #news}. */
  public static String newsSubject(ReportId report, String round) {
    return report + "/" + round;
  }
}
