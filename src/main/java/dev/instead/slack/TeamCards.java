package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.OverflowMenuElement;
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

/** What a team sees in its channel. */
final class TeamCards {
  /** A channel must stay readable; the full words are one press away. */
  private static final int SHOWN_WORDS = 600;

  private static final int SHOWN_REPLIES = 2;
  private static final int SHOWN_REPLY = 800;

  private final Reading in;
  private final CaseWords words;

  TeamCards(Reading in) {
    this.in = in;
    this.words = new CaseWords(in);
  }

  SlackMessage card(Notice.TeamCard card) {
    Case about = card.about();
    String title = words.title(card);
    if (!card.here()) {
      String moved = in.say(
          "card.elsewhere",
          "number",
          about.number(),
          "team",
          in.inSentence(card.team().name()));
      return new SlackMessage(moved, List.of(quiet(moved)));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.head(title));
    about.link().ifPresent(link -> blocks.add(post(link)));
    // A merged case has given its reports away; its last line says where they are.
    if (!(about.stage() instanceof Stage.Merged)) {
      blocks.add(say(words.reporters(card)));
    }
    blocks.addAll(reports(card));
    blocks.add(say(words.stage(card)));
    blocks.addAll(result(about));
    blocks.addAll(wording(card));
    if (card.unreached() > 0) {
      blocks.add(quiet(in.say("card.unreached", "count", card.unreached())));
    }
    blocks.addAll(buttons(card));
    String text = SafeText.mrkdwn(title, Ink.HEADER) + ". " + words.stage(card);
    return new SlackMessage(text, blocks);
  }

  SlackMessage note(Notice.TeamNote notice) {
    Note note = notice.note();
    String said = in.say(
        "note." + note.kind().code(),
        "who",
        in.named(note.by(), notice.names()),
        "number",
        notice.about().number());
    return new SlackMessage(
        said + " " + SafeText.mrkdwn(note.text(), 2000),
        List.of(say(said), rich(Ink.quote(note.text(), Report.MAX_TEXT))));
  }

  SlackMessage hidden(Notice.HiddenCard notice) {
    String said = in.say(
        "card.hidden",
        "number",
        notice.number(),
        "team",
        in.inSentence(notice.team().name()));
    return new SlackMessage(said, List.of(say(said)));
  }

  SlackMessage stray(Notice.StrayCard notice) {
    String said = in.say("card.stray", "number", notice.about().number());
    return new SlackMessage(said, List.of(quiet(said)));
  }

  SlackMessage danger(Notice.DangerReported notice) {
    String title =
        in.say("danger.title", "situation", in.plain(notice.situation().title(), Ink.LABEL));
    String reported = in.say(
        "danger.reported", "who", in.name(notice.reporterName()), "when", in.when(notice.at()));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.head(title));
    blocks.add(say(in.say("danger.not_stored")));
    notice.link().ifPresent(link -> blocks.add(post(link)));
    blocks.add(say(reported));
    if (!notice.text().isBlank()) {
      blocks.add(rich(Ink.quote(notice.text(), Report.MAX_TEXT)));
    }
    return new SlackMessage(
        SafeText.mrkdwn(title, Ink.HEADER) + ". " + in.say("danger.not_stored") + " " + reported
            + " " + SafeText.mrkdwn(notice.text(), 1500),
        blocks);
  }

  private LayoutBlock post(Link link) {
    return rich(Ink.line(Ink.bold(in.say("card.post") + " "), Ink.address(link.url())));
  }

  private List<LayoutBlock> reports(Notice.TeamCard card) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (Report report : card.latest()) {
      if (!report.text().isBlank()) {
        if (card.latest().size() > 1) {
          blocks.add(quiet(in.say("card.wrote", "who", words.reporter(report, card.names()))));
        }
        blocks.add(rich(Ink.quote(report.text(), SHOWN_WORDS)));
      }
    }
    return blocks;
  }

  private List<LayoutBlock> result(Case about) {
    String told = CaseWords.isQuestion(about) ? "card.told_asker" : "card.told";
    return about.stage() instanceof Stage.Resolved resolved && !resolved.text().isBlank()
        ? List.of(quiet(in.say(told)), rich(Ink.quote(resolved.text(), SHOWN_WORDS)))
        : List.of();
  }

  private List<LayoutBlock> wording(Notice.TeamCard card) {
    if (!card.about().isOpen() || card.replies().isEmpty()) {
      return List.of();
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(quiet(in.say("card.replies", "count", card.replies().size())));
    for (Reply reply :
        card.replies().subList(0, Math.min(SHOWN_REPLIES, card.replies().size()))) {
      blocks.add(rich(Ink.copyable(reply.text().in(in.language()), SHOWN_REPLY)));
    }
    return blocks;
  }

  private List<ActionsBlock> buttons(Notice.TeamCard card) {
    Case about = card.about();
    String number = about.number().value();
    List<BlockElement> elements = new ArrayList<>();
    if (about.stage() instanceof Stage.Open) {
      elements.addAll(CaseWords.isQuestion(about) ? openQuestion(number) : open(number));
    } else if (about.stage() instanceof Stage.Claimed) {
      elements.addAll(
          CaseWords.isQuestion(about) ? claimedQuestion(number) : claimed(card, number));
    } else if (about.stage() instanceof Stage.Resolved) {
      if (CaseWords.isQuestion(about)) {
        elements.add(button(Actions.ENTRY, in.say("button.entry"), number));
      }
      elements.add(button(Actions.REOPEN, in.say("button.reopen"), number));
      elements.add(button(Actions.TIMELINE, in.say("button.timeline"), number));
    }
    if (!elements.isEmpty() && hasMoreWords(card)) {
      elements.add(elements.size() - 1, button(Actions.REPORTS, in.say("button.reports"), number));
    }
    return elements.isEmpty() ? List.of() : List.of(actions(elements));
  }

  private List<BlockElement> open(String number) {
    return List.of(
        take(number),
        Ink.asking(
            button(Actions.DISMISS, in.say("button.dismiss"), number),
            in.say("confirm.dismiss.title"),
            in.say("confirm.dismiss.text"),
            in.say("button.dismiss"),
            in.say("button.back")),
        more(number, Actions.HAND_OVER, Actions.SEVERITY, Actions.MERGE, Actions.TIMELINE));
  }

  private List<BlockElement> claimed(Notice.TeamCard card, String number) {
    List<BlockElement> elements = new ArrayList<>();
    if (!card.replies().isEmpty()) {
      elements.add(button(Actions.USE_REPLY, in.say("button.use_reply"), number));
    }
    elements.add(button(Actions.ASK_REPORTER, in.say("button.ask_reporter"), number));
    elements.add(button(Actions.REPLY, in.say("button.reply"), number));
    elements.add(Ink.primary(button(Actions.RESOLVE, in.say("button.resolve"), number)));
    elements.add(more(
        number,
        Actions.HAND_OVER,
        Actions.SEVERITY,
        Actions.MERGE,
        Actions.RELEASE,
        Actions.TIMELINE));
    return elements;
  }

  /** A question can't be "not an issue", and nothing is urgent about it: somebody waits for an answer. */
  private List<BlockElement> openQuestion(String number) {
    return List.of(take(number), more(number, Actions.HAND_OVER, Actions.MERGE, Actions.TIMELINE));
  }

  private List<BlockElement> claimedQuestion(String number) {
    return List.of(
        Ink.primary(button(Actions.RESOLVE, in.say("button.answer"), number)),
        button(Actions.ASK_REPORTER, in.say("button.ask_back"), number),
        more(number, Actions.HAND_OVER, Actions.MERGE, Actions.RELEASE, Actions.TIMELINE));
  }

  private BlockElement take(String number) {
    return Ink.primary(button(Actions.TAKE, in.say("button.take"), number));
  }

  private static boolean hasMoreWords(Notice.TeamCard card) {
    return card.about().reports() > card.latest().size()
        || card.latest().stream().anyMatch(report -> report.text().length() > SHOWN_WORDS);
  }

  private OverflowMenuElement more(String number, String... actions) {
    List<OptionObject> options = new ArrayList<>();
    for (String action : actions) {
      options.add(Ink.option(in.say("more." + action), action + " " + number));
    }
    return OverflowMenuElement.builder().actionId(Actions.MORE).options(options).build();
  }
}
