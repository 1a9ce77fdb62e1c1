package dev.instead.teams;

import dev.instead.notice.Excerpt;
import dev.instead.notice.Notice;
import dev.instead.notice.Notice.NotProposed.Reason;
import java.util.List;
import java.util.Locale;

/** Proposals for the policy file: the patch as it is, and nothing in it interpreted. */
final class ProposalCards {
  /** A larger patch would leave no room in the card for the words around it. */
  private static final int DIFF = 6000;

  private static final int SHOWN_DETAILS = 10;
  private static final int DETAIL = 500;
  private static final int NAME = 100;

  private final Reading in;

  ProposalCards(Reading in) {
    this.in = in;
  }

  TeamsMessage proposed(Notice.Proposed notice) {
    Sheet sheet =
        new Sheet(in).say(in.say("proposed", "file", in.escaped(notice.patch().file(), NAME)));
    Excerpt diff = Excerpt.of(notice.patch().diff(), in.room(DIFF));
    sheet.add(Ink.typed(in.words(diff.shown(), DIFF)));
    if (diff.left() > 0) {
      sheet.quiet(in.say("proposed.whole", "lines", diff.left()));
    }
    return sheet.quiet(in.say("proposed.how")).message();
  }

  TeamsMessage notProposed(Notice.NotProposed notice) {
    Sheet sheet =
        new Sheet(in).say(in.say(key(notice.reason()), "about", in.escaped(notice.about(), NAME)));
    List<String> details = notice.details();
    for (String detail : details.subList(0, Math.min(in.count(SHOWN_DETAILS), details.size()))) {
      String shown = in.words(detail, DETAIL);
      sheet.add(Ink.bullet(List.of(Ink.run(shown)))).speak(shown);
    }
    return sheet.message();
  }

  private static String key(Reason reason) {
    return "proposal." + reason.name().toLowerCase(Locale.ROOT);
  }
}
