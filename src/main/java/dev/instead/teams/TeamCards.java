package dev.instead.teams;

import dev.instead.notice.CaseWords;
import dev.instead.notice.Notice;
import dev.instead.policy.Reply;
import dev.instead.report.Case;
import dev.instead.report.Link;
import dev.instead.report.Note;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a team sees in its channel. */
final class TeamCards {
  /** A channel must stay readable; the full words are one press away. */
  private static final int SHOWN_WORDS = 600;

  /** A row of more buttons than that doesn't fit beside "…" on a narrow card in every language. */
  private static final int IN_SIGHT = 3;

  private static final int SHOWN_REPLIES = 2;
  private static final int SHOWN_REPLY = 800;

  private final Reading in;
  private final CaseWords words;
  private final PolicyParts parts;

  TeamCards(Reading in) {
    this.in = in;
    this.words = new CaseWords(in);
    this.parts = new PolicyParts(in);
  }

  TeamsMessage card(Notice.TeamCard card) {
    Case about = card.about();
    Sheet sheet = new Sheet(in);
    if (!card.here()) {
      String team = in.inSentence(card.team().name());
      return gone(in.say("card.elsewhere", "number", about.number(), "team", team));
    }
    heading(card, sheet);
    about.link().ifPresent(link -> sheet.add(post(link)));
    // A merged case has given its reports away; its last line says where they are.
    if (!(about.stage() instanceof Stage.Merged)) {
      sheet.add(Ink.say(words.reporters(card)));
    }
    sheet.addAll(reports(card));
    sheet.say(words.stage(card));
    result(about, sheet);
    wording(card, sheet);
    if (card.unreached() > 0) {
      sheet.quiet(in.say("card.unreached", "count", card.unreached()));
    }
    return sheet.buttons(buttons(card)).message();
  }

  TeamsMessage note(Notice.TeamNote notice) {
    Note note = notice.note();
    String who = in.named(note.by(), notice.names());
    String key = "note." + note.kind().code();
    return new Sheet(in)
        .say(in.say(key, "who", who, "number", notice.about().number()))
        .quote(note.text(), Report.MAX_TEXT)
        .message();
  }

  TeamsMessage stray(Notice.StrayCard notice) {
    return gone(in.say("card.stray", "number", notice.about().number()));
  }

  TeamsMessage hidden(Notice.HiddenCard notice) {
    String team = in.inSentence(notice.team().name());
    return new Sheet(in)
        .say(in.say("card.hidden", "number", notice.number(), "team", team))
        .message();
  }

  TeamsMessage danger(Notice.DangerReported notice) {
    String title =
        in.say("danger.title", "situation", in.plain(notice.situation().title(), Ink.HEADING));
    String who = in.name(notice.reporterName());
    Sheet sheet = new Sheet(in);
    sheet.add(Ink.with(Ink.box("attention", List.of(Ink.head(title))), "bleed", true));
    sheet.speak(title + ".").say(in.say("danger.not_stored"));
    notice.link().ifPresent(link -> sheet.add(post(link)));
    sheet.say(in.say("danger.reported", "who", who, "when", in.when(notice.at())));
    if (!notice.text().isBlank()) {
      sheet.quote(notice.text(), Report.MAX_TEXT);
    }
    return sheet.message();
  }

  private Map<String, Object> post(Link link) {
    return Ink.rich(List.of(Ink.bold(in.say("card.post") + " "), Ink.address(link.url(), in)));
  }

  private TeamsMessage gone(String sentence) {
    return new Sheet(in).quiet(sentence).speak(in.spoken(sentence)).message();
  }

  /** The words say how much it matters; the colour only repeats them. */
  private void heading(Notice.TeamCard card, Sheet sheet) {
    String title = words.title(card);
    String style = "emphasis";
    if (card.about().stage() instanceof Stage.Open && !CaseWords.isQuestion(card.about())) {
      style = switch (card.about().severity()) {
        case URGENT -> "attention";
        case HIGH -> "warning";
        case NORMAL, LOW -> "accent";
      };
    }
    sheet.add(Ink.with(Ink.box(style, List.of(Ink.head(title))), "bleed", true));
    sheet.speak(title + ".");
  }

  private List<Map<String, Object>> reports(Notice.TeamCard card) {
    List<Map<String, Object>> pieces = new ArrayList<>();
    for (Report report : card.latest()) {
      if (!report.text().isBlank()) {
        if (card.latest().size() > 1) {
          pieces.add(Ink.quiet(in.say("card.wrote", "who", words.reporter(report, card.names()))));
        }
        pieces.add(Ink.quote(in.words(report.text(), SHOWN_WORDS)));
      }
    }
    return pieces;
  }

  private void result(Case about, Sheet sheet) {
    if (about.stage() instanceof Stage.Resolved resolved && !resolved.text().isBlank()) {
      sheet.quiet(in.say(CaseWords.isQuestion(about) ? "card.told_asker" : "card.told"));
      sheet.add(Ink.quote(in.words(resolved.text(), SHOWN_WORDS)));
    }
  }

  private void wording(Notice.TeamCard card, Sheet sheet) {
    if (!card.about().isOpen() || card.replies().isEmpty()) {
      return;
    }
    sheet.quiet(in.say("card.replies", "count", card.replies().size()));
    for (Reply reply :
        card.replies().subList(0, Math.min(SHOWN_REPLIES, card.replies().size()))) {
      sheet.add(parts.copyable(reply.text().in(in.language()), SHOWN_REPLY));
    }
  }

  private List<Map<String, Object>> buttons(Notice.TeamCard card) {
    Case about = card.about();
    String number = about.number().value();
    boolean question = CaseWords.isQuestion(about);
    List<Map<String, Object>> buttons = new ArrayList<>();
    if (about.stage() instanceof Stage.Open) {
      buttons.addAll(question ? openQuestion(about) : open(about));
    } else if (about.stage() instanceof Stage.Claimed) {
      buttons.addAll(question ? claimedQuestion(number) : claimed(card, number));
    } else if (about.stage() instanceof Stage.Resolved) {
      if (question) {
        buttons.add(Buttons.open(Verbs.ENTRY, in.say("button.entry"), number));
      }
      buttons.add(Buttons.change(Verbs.REOPEN, in.say("button.reopen"), number, about.turn()));
      buttons.add(Buttons.open(Verbs.TIMELINE, in.say("button.timeline"), number));
    }
    if (!buttons.isEmpty() && hasMoreWords(card)) {
      Map<String, Object> all = Buttons.open(Verbs.REPORTS, in.say("button.reports"), number);
      buttons.add(about.stage() instanceof Stage.Claimed ? Buttons.more(all) : all);
    }
    buttons.addAll(more(about, number));
    return buttons;
  }

  private List<Map<String, Object>> open(Case about) {
    return List.of(
        take(about),
        Buttons.asking(
            Buttons.change(
                Verbs.DISMISS, in.say("button.dismiss"), about.number().value(), about.turn()),
            in.say("confirm.dismiss.text")));
  }

  private List<Map<String, Object>> claimed(Notice.TeamCard card, String number) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    buttons.add(Buttons.primary(Buttons.open(Verbs.RESOLVE, in.say("button.resolve"), number)));
    if (!card.replies().isEmpty()) {
      buttons.add(Buttons.open(Verbs.USE_REPLY, in.say("button.use_reply"), number));
    }
    buttons.add(Buttons.open(Verbs.ASK_REPORTER, in.say("button.ask_reporter"), number));
    Map<String, Object> reply = Buttons.open(Verbs.REPLY, in.say("button.reply"), number);
    buttons.add(buttons.size() < IN_SIGHT ? reply : Buttons.more(reply));
    return buttons;
  }

  /** A question can't be "not an issue", and nothing is urgent about it: somebody waits for an answer. */
  private List<Map<String, Object>> openQuestion(Case about) {
    return List.of(take(about));
  }

  private List<Map<String, Object>> claimedQuestion(String number) {
    return List.of(
        Buttons.primary(Buttons.open(Verbs.RESOLVE, in.say("button.answer"), number)),
        Buttons.open(Verbs.ASK_REPORTER, in.say("button.ask_back"), number));
  }

  private Map<String, Object> take(Case about) {
    return Buttons.primary(
        Buttons.change(Verbs.TAKE, in.say("button.take"), about.number().value(), about.turn()));
  }

  private static boolean hasMoreWords(Notice.TeamCard card) {
    return card.about().reports() > card.latest().size()
        || card.latest().stream().anyMatch(report -> report.text().length() > SHOWN_WORDS);
  }

  /** What is needed now and then; nothing once the case is closed. */
  private List<Map<String, Object>> more(Case about, String number) {
    if (!about.isOpen()) {
      return List.of();
    }
    List<Map<String, Object>> buttons = new ArrayList<>();
    buttons.add(Buttons.open(Verbs.HAND_OVER, in.say("more.case.hand_over"), number));
    if (!CaseWords.isQuestion(about)) {
      buttons.add(Buttons.open(Verbs.SEVERITY, in.say("more.case.severity"), number));
    }
    buttons.add(Buttons.open(Verbs.MERGE, in.say("more.case.merge"), number));
    if (about.stage() instanceof Stage.Claimed) {
      buttons.add(Buttons.change(Verbs.RELEASE, in.say("more.case.release"), number, about.turn()));
    }
    buttons.add(Buttons.open(Verbs.TIMELINE, in.say("more.case.timeline"), number));
    return buttons.stream().map(Buttons::more).toList();
  }
}
