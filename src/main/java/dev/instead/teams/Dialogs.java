package dev.instead.teams;

import dev.instead.notice.Notice;
import dev.instead.notice.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What dialogs show: forms, fresh or to be mended, and notices. */
final class Dialogs {
  private static final String DATA = "data";

  private final Supplier<String> ops;

  /** @param ops a new name at every call, of letters, digits and hyphens, at most 64 */
  Dialogs(Supplier<String> ops) {
    this.ops = ops;
  }

  Dialog form(Reaction.Ask ask, Locale language) {
    Dialog fresh = TeamsForms.of(ask.form(), language, ask.op().orElseGet(ops));
    if (ask.typed().values().isEmpty() && ask.fault().isEmpty()) {
      return fresh;
    }
    String field = ask.fault().map(Reaction.Fault::field).orElse("");
    String problem =
        ask.fault().map(fault -> Words.in(language).say(fault.sentence())).orElse("");
    return TeamsForms.again(fresh, ask.typed().values(), field, problem);
  }

  /** What there is to say, with the way back where there is one. */
  Dialog told(Reaction.Tell tell, Locale language) {
    return tell.back()
        .map(back -> TeamsForms.entry(tell.notice(), back, language))
        .map(entry -> new Dialog(entry.title(), named(entry.card(), ops.get())))
        .orElseGet(() -> notice(tell.notice(), language));
  }

  /** A notice in the place of a form. */
  Dialog notice(Notice notice, Locale language) {
    Dialog closing = TeamsForms.closing(notice, language);
    return new Dialog(closing.title(), named(closing.card(), ops.get()));
  }

  /** Every button gets the name of this showing, by which a repeat is recognised. */
  private static Map<String, Object> named(Map<?, ?> piece, String once) {
    Map<String, Object> named = Ink.piece();
    piece.forEach((key, value) -> named.put(String.valueOf(key), inside(value, once)));
    if (named.get(DATA) instanceof Map<?, ?> data) {
      Map<String, Object> copy = Ink.piece();
      data.forEach((key, value) -> copy.put(String.valueOf(key), value));
      named.put(DATA, Ink.with(copy, Verbs.ONCE, once));
    }
    return named;
  }

  private static Object inside(Object value, String once) {
    if (value instanceof Map<?, ?> piece) {
      return named(piece, once);
    }
    return value instanceof List<?> pieces
        ? pieces.stream().map(each -> inside(each, once)).toList()
        : value;
  }
}
