package dev.instead.teams;

import dev.instead.notice.Form;
import dev.instead.notice.ReviewWords;

/** The dialogs in which owners say that a text still holds, or write it anew. */
final class ReviewDialogs {
  private static final int TITLE = 300;
  private static final int LINK = 2000;

  private final Reading in;
  private final Inputs inputs;
  private final String op;

  ReviewDialogs(Reading in, String op) {
    this.in = in;
    this.inputs = new Inputs(in);
    this.op = op;
  }

  Dialog stillRight(Form.StillRight form) {
    Sheet sheet = new Sheet(in).others(in.plain(form.title(), TITLE));
    form.present().ifPresent(day -> sheet.say(in.say("review.due", "day", in.day(day))));
    sheet.add(inputs.day(in.say("form.still_right.day"), form.proposed()));
    return dialog(sheet, "form.still_right", Verbs.REVIEW_HOLDS, form.about().code());
  }

  Dialog change(Form.ChangeEntry form) {
    Sheet sheet = new Sheet(in).others(in.plain(form.title(), TITLE));
    form.url()
        .ifPresent(url -> sheet.add(
            inputs.written(Verbs.LINK_FIELD, in.say("form.change_entry.link"), url, LINK, false)));
    ReviewWords words = new ReviewWords(in);
    // A text to be edited can't be cut, so where all are too much some are left out.
    int shown = in.count(Math.max(1, form.texts().size()));
    for (Form.ChangeEntry.Said said : form.texts().stream().limit(shown).toList()) {
      String id = Verbs.TEXT_FIELD + "." + said.field();
      sheet.add(inputs.written(id, words.label(said), said.text(), said.most(), said.isLong()));
    }
    if (form.texts().size() > shown) {
      sheet.quiet(in.say("form.change_entry.more"));
    }
    words.inFileOnly(form).ifPresent(sheet::say);
    return dialog(sheet, "form.change_entry", Verbs.REVIEW_CHANGE, form.about().code());
  }

  private Dialog dialog(Sheet sheet, String key, String verb, String value) {
    sheet.quiet(in.say("form.review.proposes"));
    sheet.button(Buttons.primary(Buttons.send(verb, in.say("form.review.submit"), value, op)));
    return sheet.dialog(in.say(key + ".title"));
  }
}
