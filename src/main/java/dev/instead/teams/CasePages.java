package dev.instead.teams;

import dev.instead.notice.CaseWords;
import dev.instead.notice.EventWords;
import dev.instead.notice.Form;
import dev.instead.report.CaseEvent;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import dev.instead.report.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be looked through of a case: what happened, and the reports with their words in full. As much as fits, the newest of it. */
final class CasePages {
  private static final int SHOWN_EVENTS = Form.Timeline.SHOWN;
  private static final int SHOWN_NOTE = 600;
  private static final int SHOWN_REPORTS = 10;

  /** In bytes; the last line says how many more there are. */
  private static final int ROOM = TeamsCards.LARGEST - 1000;

  private final Reading in;

  CasePages(Reading in) {
    this.in = in;
  }

  Dialog timeline(Form.Timeline form) {
    Map<NoteId, Note> notes =
        form.notes().stream().collect(Collectors.toMap(Note::id, Function.identity(), (a, b) -> a));
    List<CaseEvent> events = form.events();
    Deque<List<Map<String, Object>>> shown = new ArrayDeque<>();
    int left = ROOM;
    for (int i = events.size() - 1; i >= 0 && shown.size() < SHOWN_EVENTS; i--) {
      List<Map<String, Object>> step = step(events.get(i), form, notes);
      left -= Ink.size(step);
      if (left < 0) {
        break;
      }
      shown.addFirst(step);
    }
    Sheet sheet = new Sheet(in);
    int skipped = events.size() - shown.size();
    if (skipped > 0) {
      sheet.quiet(in.say("timeline.earlier", "count", skipped));
    }
    shown.forEach(sheet::addAll);
    if (events.isEmpty()) {
      sheet.say(in.say("timeline.empty"));
    }
    return sheet.dialog(in.say("form.timeline.title"));
  }

  private List<Map<String, Object>> step(
      CaseEvent event, Form.Timeline form, Map<NoteId, Note> notes) {
    String what = new EventWords(in).of(event, form);
    List<Map<String, Object>> pieces = new ArrayList<>();
    pieces.add(Ink.with(
        Ink.say(in.say("timeline.line", "when", in.when(event.at()), "what", what)),
        "spacing",
        "Small"));
    EventWords.note(event.what())
        .map(notes::get)
        .ifPresent(note -> pieces.add(Ink.quote(in.words(note.text(), SHOWN_NOTE))));
    return pieces;
  }

  Dialog reports(Form.Reports form) {
    Sheet sheet = new Sheet(in);
    int left = ROOM;
    int shown = 0;
    for (Report report : form.reports().stream().limit(SHOWN_REPORTS).toList()) {
      List<Map<String, Object>> pieces = pieces(report, form);
      left -= Ink.size(pieces);
      if (left < 0) {
        break;
      }
      sheet.addAll(pieces);
      shown++;
    }
    if (form.reports().isEmpty()) {
      sheet.say(in.say("form.reports.none"));
    }
    int more = Math.max(form.about().reports(), form.reports().size()) - shown;
    if (more > 0 && shown > 0) {
      sheet.quiet(in.say("form.reports.more", "count", more));
    }
    return sheet.dialog(in.say("form.reports.title"));
  }

  private List<Map<String, Object>> pieces(Report report, Form.Reports form) {
    String who = new CaseWords(in).reporter(report, form.names());
    return List.of(
        Ink.say(in.say("form.reports.from", "who", who, "when", in.when(report.at()))),
        report.text().isBlank()
            ? Ink.quiet(in.say("form.reports.no_words"))
            : Ink.quote(in.words(report.text(), Report.MAX_TEXT)));
  }
}
