package dev.instead.slack;

import static dev.instead.slack.Ink.plainText;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.instead.notice.Form;
import dev.instead.notice.ReviewWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms in which owners say that a text still holds, or write it anew. */
final class ReviewForms {
  private static final int TITLE = 300;
  private static final int LINK = 2000;

  /** Of the longest texts a view has no room for more. */
  private static final int SHOWN = 30;

  private final Reading in;
  private final SlackForms forms;

  ReviewForms(Reading in, SlackForms forms) {
    this.in = in;
    this.forms = forms;
  }

  View stillRight(Form.StillRight form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.rich(Ink.line(Ink.bold(in.plain(form.title(), TITLE)))));
    form.present().ifPresent(day -> blocks.add(Ink.say(in.say("review.due", "day", in.day(day)))));
    DatePickerElement day = DatePickerElement.builder()
        .actionId(Actions.DAY_FIELD)
        .initialDate(form.proposed().toString())
        .build();
    blocks.add(input(Actions.DAY_FIELD, in.say("form.still_right.day"), day));
    blocks.add(Ink.quiet(in.say("form.review.proposes")));
    return forms.window(
        Actions.REVIEW_HOLDS,
        "form.still_right",
        form.about().code(),
        blocks,
        Optional.of("form.review.submit"));
  }

  View change(Form.ChangeEntry form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.rich(Ink.line(Ink.bold(in.plain(form.title(), TITLE)))));
    form.url()
        .ifPresent(url -> blocks.add(
            field(Actions.LINK_FIELD, in.say("form.change_entry.link"), url, LINK, false)));
    ReviewWords words = new ReviewWords(in);
    for (Form.ChangeEntry.Said said : form.texts().stream().limit(SHOWN).toList()) {
      String id = Actions.TEXT_FIELD + "." + said.field();
      blocks.add(field(id, words.label(said), said.text(), said.most(), said.isLong()));
    }
    if (form.texts().size() > SHOWN) {
      blocks.add(Ink.quiet(in.say("form.change_entry.more")));
    }
    words.inFileOnly(form).ifPresent(said -> blocks.add(Ink.say(said)));
    blocks.add(Ink.quiet(in.say("form.review.proposes")));
    return forms.window(
        Actions.REVIEW_CHANGE,
        "form.change_entry",
        form.about().code(),
        blocks,
        Optional.of("form.review.submit"));
  }

  private static InputBlock field(
      String id, String label, String text, int most, boolean multiline) {
    String initial = SafeText.plain(text, most);
    return input(
        id,
        label,
        PlainTextInputElement.builder()
            .actionId(id)
            .multiline(multiline)
            .initialValue(initial.isEmpty() ? null : initial)
            .maxLength(most)
            .build());
  }

  private static InputBlock input(String id, String label, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(plainText(label))
        .element(element)
        .optional(false)
        .build();
  }
}
