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
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Reply;
import dev.instead.report.Case;
import dev.instead.report.Link;
import dev.instead.report.Note;
import dev.instead.report.Report;
import dev.instead.report.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a team sees in its channel. */
final class TeamCards {
  /** A channel must stay readable; the full words are one press away. */
  private static final int SHOWN_WORDS = 600;

  private static final int SHOWN_REPLIES = 2;
  private static final int SHOWN_REPLY = 800;

  private final Reading in;

  TeamCards(Reading in) {
    this.in = in;
  }

  SlackMessage card(Notice.TeamCard card) {
    Case about = card.about();
    String title = title(card);
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
      blocks.add(say(reporters(card)));
    }
    blocks.addAll(words(card));
    blocks.add(say(stage(card)));
    blocks.addAll(result(about));
    blocks.addAll(wording(card));
    if (card.unreached() > 0) {
      blocks.add(quiet(in.say("card.unreached", "count", card.unreached())));
    }
    blocks.addAll(buttons(card));
    String text = SafeText.mrkdwn(title, Ink.HEADER) + ". " + stage(card);
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

  private String title(Notice.TeamCard card) {
    Case about = card.about();
    if (isQuestion(about)) {
      return in.say(
          "card.title_question", "number", about.number(), "question", in.say("card.question"));
    }
    return in.say(
        "card.title",
        "number",
        about.number(),
        "situation",
        in.plain(card.situation().title(), Ink.LABEL),
        "severity",
        severity(about));
  }

  private static boolean isQuestion(Case about) {
    return about.kind() == Case.Kind.QUESTION;
  }

  private String severity(Case about) {
    return in.say("severity." + about.severity().code());
  }

  private String reporters(Notice.TeamCard card) {
    Case about = card.about();
    Map<Person, String> shown = new LinkedHashMap<>();
    card.latest().forEach(report -> shown.put(report.reporter(), reporter(report, card)));
    return in.say(
        isQuestion(about) ? "card.asked" : "card.reported",
        "count",
        about.reports(),
        "when",
        in.when(about.openedAt()),
        "who",
        shown.isEmpty() ? in.say("someone") : String.join(", ", shown.values()),
        "others",
        Math.max(0, about.reports() - card.latest().size()));
  }

  private String reporter(Report report, Notice.TeamCard card) {
    Map<Person, String> known = card.names().containsKey(report.reporter())
        ? card.names()
        : Map.of(report.reporter(), report.reporterName());
    return in.named(report.reporter(), known);
  }

  private List<LayoutBlock> words(Notice.TeamCard card) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (Report report : card.latest()) {
      if (!report.text().isBlank()) {
        if (card.latest().size() > 1) {
          blocks.add(quiet(in.say("card.wrote", "who", reporter(report, card))));
        }
        blocks.add(rich(Ink.quote(report.text(), SHOWN_WORDS)));
      }
    }
    return blocks;
  }

  private String stage(Notice.TeamCard card) {
    Case about = card.about();
    Stage stage = about.stage();
    if (stage instanceof Stage.Open) {
      return about
          .due()
          .map(due -> in.say("card.open_due", "due", in.when(due)))
          .orElseGet(() -> in.say("card.open"));
    }
    if (stage instanceof Stage.Claimed claimed) {
      return in.say(
          "card.claimed", "who", in.who(claimed.by(), card.names()), "when", in.when(claimed.at()));
    }
    if (stage instanceof Stage.Resolved resolved) {
      return in.say(
          "card.resolved",
          "outcome",
          in.say("outcome." + resolved.outcome().code()),
          "who",
          in.who(resolved.by(), card.names()),
          "when",
          in.when(resolved.at()));
    }
    if (stage instanceof Stage.Merged merged) {
      return in.say(
          "card.merged", "number", merged.into(), "who", in.who(merged.by(), card.names()));
    }
    if (stage instanceof Stage.Withdrawn) {
      return in.say("card.withdrawn");
    }
    throw new AssertionError("No words for the stage " + stage.getClass().getSimpleName());
  }

  private List<LayoutBlock> result(Case about) {
    String told = isQuestion(about) ? "card.told_asker" : "card.told";
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
      elements.addAll(isQuestion(about) ? openQuestion(number) : open(number));
    } else if (about.stage() instanceof Stage.Claimed) {
      elements.addAll(isQuestion(about) ? claimedQuestion(number) : claimed(card, number));
    } else if (about.stage() instanceof Stage.Resolved) {
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
