package dev.instead.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.List;

/**
 * The pieces that cards are drawn with, each inside Block Kit's limits. Sentences of the product's own are mrkdwn with {@code verbatim}, so
 * that nothing in them turns into a link or a ping by itself; what others wrote is plain or rich text, where nothing is interpreted.
 */
final class Ink {
  static final int SECTION = 3000;
  static final int HEADER = 150;
  static final int LABEL = 75;
  static final int VALUE = 2000;

  /** A button's value may not be empty. */
  private static final String NO_VALUE = " ";

  /** The longest address that a button or a link element takes. */
  static final int URL = 3000;

  private Ink() {}

  // ---- sentences of the product's own

  static SectionBlock say(String mrkdwn) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).build();
  }

  static SectionBlock say(String mrkdwn, BlockElement beside) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).accessory(beside).build();
  }

  static ContextBlock quiet(String mrkdwn) {
    return ContextBlock.builder().elements(List.of(mrkdwn(mrkdwn))).build();
  }

  static HeaderBlock head(String text) {
    return HeaderBlock.builder().text(plainText(SafeText.plain(text, HEADER))).build();
  }

  private static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  /** Without emoji codes: ":fire:" stays what was written. */
  static PlainTextObject plainText(String text) {
    // Slack refuses an empty text.
    return PlainTextObject.builder()
        .text(text.isBlank() ? "…" : text)
        .emoji(false)
        .build();
  }

  // ---- what others wrote

  static RichTextBlock rich(BlockElement... parts) {
    return rich(List.of(parts));
  }

  static RichTextBlock rich(List<BlockElement> parts) {
    return RichTextBlock.builder().elements(parts).build();
  }

  static RichTextBlock paragraph(String text) {
    return rich(line(text(text)));
  }

  /** "*Why:* …" */
  static RichTextBlock paragraph(String label, String text) {
    return rich(line(bold(label + " "), text(text)));
  }

  static RichTextSectionElement line(RichTextElement... parts) {
    return RichTextSectionElement.builder().elements(List.of(parts)).build();
  }

  static RichTextElement text(String text) {
    return RichTextSectionElement.Text.builder()
        .text(text.isEmpty() ? " " : text)
        .build();
  }

  static RichTextElement bold(String text) {
    return RichTextSectionElement.Text.builder()
        .text(text.isEmpty() ? " " : text)
        .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
        .build();
  }

  /** An address that shows itself, so that nobody can dress one up as another. */
  static RichTextElement address(String url) {
    String shown = SafeText.plain(url, 300);
    return url.length() > URL
        ? text(shown)
        : RichTextSectionElement.Link.builder().url(url).text(shown).build();
  }

  static RichTextQuoteElement quote(String words, int max) {
    return RichTextQuoteElement.builder()
        .elements(List.of(text(SafeText.plain(words, max))))
        .build();
  }

  /** Wording to copy: Slack puts a copy button beside it and interprets nothing in it. */
  static RichTextPreformattedElement copyable(String words, int max) {
    return RichTextPreformattedElement.builder()
        .elements(List.of(text(SafeText.plain(words, max))))
        .build();
  }

  static RichTextListElement bullets(List<RichTextSectionElement> items) {
    return RichTextListElement.builder()
        .style("bullet")
        .elements(List.copyOf(items))
        .build();
  }

  // ---- what can be pressed

  static ActionsBlock actions(List<BlockElement> elements) {
    return ActionsBlock.builder().elements(elements).build();
  }

  static ButtonElement button(String action, String label, String value) {
    return ButtonElement.builder()
        .actionId(action)
        .text(plainText(SafeText.plain(label, LABEL)))
        .value(value.isEmpty() ? NO_VALUE : SafeText.plain(value, VALUE))
        .build();
  }

  static ButtonElement primary(ButtonElement button) {
    button.setStyle("primary");
    return button;
  }

  static ButtonElement asking(
      ButtonElement button, String title, String text, String yes, String no) {
    button.setConfirm(ConfirmationDialogObject.builder()
        .title(plainText(title))
        .text(plainText(text))
        .confirm(plainText(yes))
        .deny(plainText(no))
        .build());
    return button;
  }

  /** {@code place} keeps the names of several in one message apart. */
  static ButtonElement linkButton(String label, String url, int place) {
    return ButtonElement.builder()
        .actionId(Actions.LINK + "." + place)
        .text(plainText(SafeText.plain(label, LABEL)))
        .url(url)
        .build();
  }

  static OptionObject option(String label, String value) {
    return OptionObject.builder()
        .text(plainText(SafeText.plain(label, LABEL)))
        .value(value)
        .build();
  }
}
