package dev.instead.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.instead.notice.EventWords;
import dev.instead.notice.Form;
import dev.instead.report.CaseEvent;
import dev.instead.report.Note;
import dev.instead.report.NoteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that happened to a case, one line each, with the words that belong to it. */
final class TimelinePage {
  /** Each may bring a note along, and a modal takes 100 blocks. */
  private static final int SHOWN = Form.Timeline.SHOWN;

  private static final int SHOWN_NOTE = 600;

  private final Reading in;
  private final EventWords said;

  TimelinePage(Reading in) {
    this.in = in;
    this.said = new EventWords(in);
  }

  List<LayoutBlock> of(Form.Timeline form) {
    Map<NoteId, Note> notes =
        form.notes().stream().collect(Collectors.toMap(Note::id, Function.identity(), (a, b) -> a));
    List<LayoutBlock> blocks = new ArrayList<>();
    int skipped = Math.max(0, form.events().size() - SHOWN);
    if (skipped > 0) {
      blocks.add(Ink.quiet(in.say("timeline.earlier", "count", skipped)));
    }
    for (CaseEvent event : form.events().subList(skipped, form.events().size())) {
      blocks.add(Ink.say(
          in.say("timeline.line", "when", in.when(event.at()), "what", said.of(event, form))));
      EventWords.note(event.what())
          .map(notes::get)
          .ifPresent(note -> blocks.add(Ink.rich(Ink.quote(note.text(), SHOWN_NOTE))));
    }
    if (form.events().isEmpty()) {
      blocks.add(Ink.say(in.say("timeline.empty")));
    }
    return blocks;
  }
}
