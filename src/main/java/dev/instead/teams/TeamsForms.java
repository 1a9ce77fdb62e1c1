package dev.instead.teams;

import dev.instead.notice.Bookmark;
import dev.instead.notice.Form;
import dev.instead.notice.Legible;
import dev.instead.notice.Notice;
import dev.instead.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How each form looks on Teams: dialogs. Pure, like the cards. What a form is about travels in its button. */
final class TeamsForms {
  private TeamsForms() {}

  /** @param op names this filling-in of the form; it comes back with what was filled in */
  static Dialog of(Form form, Locale language, String op) {
    Dialog dialog = drawn(form, Reading.in(language, 0), op);
    for (int halvings = 1;
        halvings <= Reading.MOST_HALVINGS && Ink.size(dialog.card()) > TeamsCards.LARGEST;
        halvings++) {
      dialog = drawn(form, Reading.in(language, halvings), op);
    }
    return dialog;
  }

  /** A notice as the last page of a dialog. */
  static Dialog closing(Notice notice, Locale language) {
    return new Dialog(
        Reading.in(language, 0).say("form.closing.title"),
        Buttons.inDialog(TeamsCards.of(notice, language).card()));
  }

  /** An entry of the policy that was opened to read, with the way back. */
  static Dialog entry(Notice notice, Bookmark back, Locale language) {
    Dialog closing = closing(notice, language);
    List<Object> buttons = new ArrayList<>();
    if (closing.card().get("actions") instanceof List<?> own) {
      buttons.addAll(own);
    }
    buttons.add(BrowseDialogs.back(back, Reading.in(language, 0)));
    return new Dialog(closing.title(), Ink.with(closing.card(), "actions", buttons));
  }

  /**
   * The same dialog once more: with what was typed, and beside a field what is wrong with it.
   *
   * @param typed what each field had; fields that the dialog lacks are left out
   * @param problem a sentence of the product's own
   */
  static Dialog again(Dialog dialog, Map<String, String> typed, String field, String problem) {
    List<Object> body = new ArrayList<>();
    if (dialog.card().get("body") instanceof List<?> pieces) {
      for (Object each : pieces) {
        if (!(each instanceof Map<?, ?> piece)) {
          throw new IllegalArgumentException("A dialog's body holds something else than pieces");
        }
        if (field.equals(piece.get("id"))) {
          body.add(Ink.with(Ink.say(problem), "color", "Attention"));
        }
        body.add(filled(piece, typed));
      }
    }
    return new Dialog(dialog.title(), Ink.with(dialog.card(), "body", body));
  }

  private static Map<String, Object> filled(Map<?, ?> piece, Map<String, String> typed) {
    Map<String, Object> copy = Ink.piece();
    piece.forEach((key, value) -> copy.put(String.valueOf(key), value));
    String words = typed.getOrDefault(String.valueOf(copy.get("id")), "");
    if (!words.isEmpty() && String.valueOf(copy.get("type")).startsWith("Input.")) {
      copy.put("value", Legible.plain(words, Report.MAX_TEXT));
    }
    return copy;
  }

  private static Dialog drawn(Form form, Reading in, String op) {
    CaseDialogs cases = new CaseDialogs(in, op);
    ReporterDialogs reporters = new ReporterDialogs(in, op);
    if (form instanceof Form.FileReport report) return reporters.fileReport(report);
    if (form instanceof Form.AddDetails details) return reporters.addDetails(details);
    if (form instanceof Form.AnswerTeam answer) return reporters.answerTeam(answer);
    if (form instanceof Form.AskPolicy ask) return reporters.askPolicy(ask);
    if (form instanceof Form.StillRight right) return new ReviewDialogs(in, op).stillRight(right);
    if (form instanceof Form.ChangeEntry entry) return new ReviewDialogs(in, op).change(entry);
    if (form instanceof Form.Topics topics) return new BrowseDialogs(in, op).topics(topics);
    if (form instanceof Form.Search search) return new BrowseDialogs(in, op).search(search);
    if (form instanceof Form.AskReporter ask) return cases.askReporter(ask);
    if (form instanceof Form.ReplyToReporter reply) return cases.reply(reply);
    if (form instanceof Form.Resolve resolve) return cases.resolve(resolve);
    if (form instanceof Form.HandOver handOver) return cases.handOver(handOver);
    if (form instanceof Form.ChangeSeverity severity) return cases.severity(severity);
    if (form instanceof Form.Merge merge) return cases.merge(merge);
    if (form instanceof Form.UseReply use) return cases.useReply(use);
    if (form instanceof Form.Timeline timeline) return new CasePages(in).timeline(timeline);
    if (form instanceof Form.NewEntry entry) return new PolicyDialogs(in, op).newEntry(entry);
    if (form instanceof Form.AddExample one) return new PolicyDialogs(in, op).addExample(one);
    if (form instanceof Form.Reports reports) return new CasePages(in).reports(reports);
    throw new AssertionError("No Teams form for " + form.getClass().getSimpleName());
  }
}
