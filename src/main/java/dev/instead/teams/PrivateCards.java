package dev.instead.teams;

import dev.instead.notice.Notice;
import java.util.Locale;

/** Short answers to one person who pressed or wrote something. */
final class PrivateCards {
  private final Reading in;
  private final PolicyParts parts;

  PrivateCards(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
  }

  TeamsMessage acknowledged(Notice.Acknowledged notice) {
    String key = "acknowledged." + notice.kind().name().toLowerCase(Locale.ROOT);
    String number = notice.number().map(Object::toString).orElseGet(() -> in.say("your_report"));
    return said(in.say(key, "number", number));
  }

  TeamsMessage tooLate(Notice.TooLate notice) {
    String who = in.who(notice.by(), notice.names());
    Sheet sheet = new Sheet(in);
    sheet.say(
        in.say("too_late", "who", who, "number", notice.number(), "when", in.when(notice.since())));
    notice.next().ifPresent(next -> {
      String number = next.number().value();
      sheet.say(in.say("too_late.next", "number", number));
      sheet.button(Buttons.change(
          Verbs.TAKE, in.say("button.take_number", "number", number), number, next.turn()));
    });
    return sheet.message();
  }

  TeamsMessage notYours(Notice.NotYours notice) {
    return said(notice
        .owner()
        .map(owner -> in.say(
            "not_yours.owned", "who", in.who(owner, notice.names()), "number", notice.number()))
        .orElseGet(() -> in.say("not_yours.free", "number", notice.number())));
  }

  TeamsMessage notYourTeam(Notice.NotYourTeam notice) {
    return new Sheet(in)
        .say(in.say("not_your_team", "team", in.inSentence(notice.team().name())))
        .buttons(parts.reportAndAsk(Prefill.NOTHING))
        .message();
  }

  TeamsMessage refused(Notice.Refused notice) {
    return new Sheet(in)
        .say(in.say("refused"))
        .add(Ink.rich(parts.contact(notice.publicContact())))
        .speak(parts.contactText(notice.publicContact()))
        .message();
  }

  TeamsMessage notStored(Notice.NotStored notice) {
    Sheet sheet = new Sheet(in);
    parts.emergency(notice.emergency(), sheet);
    return sheet.say(in.say("not_stored")).message();
  }

  TeamsMessage toldDirectly(Notice.ToldDirectly notice) {
    Sheet sheet = new Sheet(in);
    parts.emergency(notice.emergency(), sheet);
    return sheet
        .say(in.say("told_directly", "team", in.inSentence(notice.team().name())))
        .say(in.say("told_directly.later"))
        .message();
  }

  TeamsMessage help() {
    return new Sheet(in)
        .say(in.say("help"))
        .say(in.say("help.report.teams"))
        .say(in.say("help.ask.teams"))
        // Five side by side would not fit.
        .add(Ink.with(Buttons.row(BrowseDialogs.ways(in)), "spacing", "Small"))
        .buttons(parts.reportAndAsk(Prefill.NOTHING))
        .button(Buttons.act(Verbs.MY_REPORTS, in.say("button.my_reports"), ""))
        .message();
  }

  /** The button carries the link and the words, so that the dialog is half filled in already. */
  TeamsMessage linkSeen(Notice.LinkSeen notice) {
    Sheet sheet = new Sheet(in);
    parts.emergency(notice.emergency(), sheet);
    return sheet
        .say(in.say("link_seen"))
        .buttons(parts.reportAndAsk(Prefill.value(notice)))
        .message();
  }

  TeamsMessage said(String sentence) {
    return new Sheet(in).say(sentence).message();
  }
}
