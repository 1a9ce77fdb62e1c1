package dev.instead.teams;

import dev.instead.notice.Notice;
import dev.instead.report.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Slack shows in the App Home: report, ask, my reports, what may I post. On Teams a card in the personal chat, when asked for. */
final class WelcomePage {
  private static final int SHOWN_REPORTS = 10;

  private static final int SHOWN_TOPICS = 6;

  private static final int COMPANY = 80;

  private final Reading in;
  private final PolicyParts parts;
  private final AnswerCards answers;

  WelcomePage(Reading in) {
    this.in = in;
    this.parts = new PolicyParts(in);
    this.answers = new AnswerCards(in);
  }

  TeamsMessage of(Notice.Home home) {
    Sheet sheet = new Sheet(in);
    sheet.head(in.say("home.title", "company", in.words(home.company(), COMPANY)));
    sheet.say(in.say("home.welcome"));
    sheet.add(Buttons.row(parts.reportAndAsk(Prefill.NOTHING)));
    home.policy()
        .ifPresent(page ->
            sheet.add(Buttons.row(List.of(Buttons.act(Verbs.ASKED, in.say("button.policy"), "")))));
    sheet.add(Ink.with(Buttons.row(BrowseDialogs.ways(in)), "spacing", "Small"));
    section("home.reports", sheet);
    if (home.reports().isEmpty()) {
      sheet.say(in.say("home.no_reports"));
    }
    home.reports().stream().limit(in.count(SHOWN_REPORTS)).forEach(mine -> report(mine, sheet));
    if (!home.topics().isEmpty()) {
      section("home.topics", sheet);
      sheet.addAll(Buttons.column(home.topics().stream()
          .limit(SHOWN_TOPICS)
          .map(topic -> answers.topic(topic, ""))
          .toList()));
    }
    sheet.add(Ink.with(Ink.quiet(in.say("home.contact")), "separator", true));
    return sheet.add(Ink.rich(parts.contact(home.publicContact()))).message();
  }

  private void section(String key, Sheet sheet) {
    sheet.add(Ink.with(Ink.with(Ink.head(in.say(key)), "separator", true), "spacing", "Large"));
  }

  private void report(Notice.Mine mine, Sheet sheet) {
    String what = mine.kind() == Case.Kind.QUESTION
        ? in.say("card.question")
        : in.inSentence(mine.situation());
    String status = in.say(mine.status());
    String when = in.when(mine.at());
    String[] lines = mine.number()
        .map(number ->
            in.say("home.mine", "number", number, "what", what, "status", status, "when", when))
        .orElseGet(() -> in.say("home.mine_hidden", "status", status, "when", when))
        .split("\n", 2);
    sheet.add(Ink.say(lines[0]));
    sheet.add(Ink.with(Ink.quiet(lines[lines.length - 1]), "spacing", "None"));
    List<Map<String, Object>> buttons = buttons(mine);
    if (!buttons.isEmpty()) {
      sheet.add(Ink.with(Buttons.row(buttons), "spacing", "Small"));
    }
  }

  private List<Map<String, Object>> buttons(Notice.Mine mine) {
    String id = mine.report().id().value();
    List<Map<String, Object>> buttons = new ArrayList<>();
    switch (mine.status()) {
      case "status.resolved" -> {
        String label =
            mine.kind() == Case.Kind.QUESTION ? "button.not_answered" : "button.not_solved";
        buttons.add(Buttons.change(Verbs.NOT_SOLVED, in.say(label), id, mine.turn()));
      }
      case "status.open", "status.claimed", "status.received" -> {
        buttons.add(Buttons.open(Verbs.ADD_DETAILS, in.say("button.add_details"), id));
        buttons.add(parts.withdraw(id));
      }
      default -> {
        // Nothing can be done any more.
      }
    }
    return buttons;
  }
}
