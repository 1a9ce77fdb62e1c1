package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.LayoutBlock;
import dev.instead.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Short answers to one person who pressed or typed something. */
final class PrivateCards {
  private final Reading in;
  private final PolicyParts parts;

  PrivateCards(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
  }

  SlackMessage acknowledged(Notice.Acknowledged notice) {
    String key = "acknowledged." + notice.kind().name().toLowerCase(Locale.ROOT);
    return said(in.say(
        key,
        "number",
        notice.number().map(Object::toString).orElseGet(() -> in.say("your_report"))));
  }

  SlackMessage tooLate(Notice.TooLate notice) {
    String said = in.say(
        "too_late",
        "who",
        in.who(notice.by(), notice.names()),
        "number",
        notice.number(),
        "when",
        in.when(notice.since()));
    if (notice.next().isEmpty()) {
      return said(said);
    }
    String number = notice.next().get().number().value();
    String next = in.say("too_late.next", "number", number);
    return new SlackMessage(
        said + " " + next,
        List.of(
            say(said),
            say(next),
            actions(List.of(
                button(Actions.TAKE, in.say("button.take_number", "number", number), number)))));
  }

  SlackMessage notYours(Notice.NotYours notice) {
    return said(notice
        .owner()
        .map(owner -> in.say(
            "not_yours.owned", "who", in.who(owner, notice.names()), "number", notice.number()))
        .orElseGet(() -> in.say("not_yours.free", "number", notice.number())));
  }

  SlackMessage notYourTeam(Notice.NotYourTeam notice) {
    String said = in.say("not_your_team", "team", in.inSentence(notice.team().name()));
    return new SlackMessage(
        said,
        List.of(
            say(said),
            actions(List.of(
                button(Actions.OPEN_REPORT, in.say("button.report"), Prefill.NOTHING),
                button(Actions.OPEN_ASK, in.say("button.ask"), "ask")))));
  }

  SlackMessage refused(Notice.Refused notice) {
    String said = in.say("refused");
    String where = in.inSentence(notice.publicContact().label());
    return new SlackMessage(
        said + " " + where, List.of(say(said), rich(parts.contact(notice.publicContact()))));
  }

  SlackMessage notStored(Notice.NotStored notice) {
    String said = in.say("not_stored");
    if (notice.emergency().isEmpty()) {
      return said(said);
    }
    return new SlackMessage(
        parts.emergencyText(notice.emergency()) + " " + said,
        List.of(parts.emergency(notice.emergency()), say(said)));
  }

  SlackMessage toldDirectly(Notice.ToldDirectly notice) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    if (!notice.emergency().isEmpty()) {
      spoken.add(parts.emergency(notice.emergency()), parts.emergencyText(notice.emergency()));
    }
    spoken.sentence(in.say("told_directly", "team", in.inSentence(notice.team().name())));
    spoken.sentence(in.say("told_directly.later"));
    return spoken.message();
  }

  SlackMessage help() {
    String said = in.say("help");
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(say(said));
    blocks.add(say(in.say("help.report")));
    blocks.add(say(in.say("help.ask")));
    blocks.add(actions(List.of(
        Ink.primary(button(Actions.OPEN_REPORT, in.say("button.report"), Prefill.NOTHING)),
        button(Actions.OPEN_ASK, in.say("button.ask"), "ask"))));
    blocks.add(BrowseForms.ways(in));
    return new SlackMessage(said + " " + in.say("help.report") + " " + in.say("help.ask"), blocks);
  }

  /** The button carries the link and the words, so that the form is half filled in already. */
  SlackMessage linkSeen(Notice.LinkSeen notice) {
    ReporterCards.Spoken spoken = new ReporterCards.Spoken();
    if (!notice.emergency().isEmpty()) {
      spoken.add(parts.emergency(notice.emergency()), parts.emergencyText(notice.emergency()));
    }
    spoken.sentence(in.say("link_seen"));
    spoken.silent(actions(List.of(
        Ink.primary(button(Actions.OPEN_REPORT, in.say("button.report"), Prefill.value(notice))),
        button(Actions.OPEN_ASK, in.say("button.ask"), "ask"))));
    return spoken.message();
  }

  SlackMessage said(String sentence) {
    return new SlackMessage(sentence, List.of(say(sentence)));
  }
}
