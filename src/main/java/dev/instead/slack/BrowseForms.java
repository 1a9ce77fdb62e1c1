package dev.instead.slack;

import static dev.instead.slack.Ink.actions;
import static dev.instead.slack.Ink.button;
import static dev.instead.slack.Ink.plainText;
import static dev.instead.slack.Ink.quiet;
import static dev.instead.slack.Ink.rich;
import static dev.instead.slack.Ink.say;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.instead.notice.Bookmark;
import dev.instead.notice.Chapter;
import dev.instead.notice.Form;
import dev.instead.notice.Marked;
import dev.instead.notice.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reading instead of asking, as modals: what may be posted, to look through and to search. */
final class BrowseForms {
  /** A menu takes 100; a policy has fewer groups. */
  private static final int SHELVES = 100;

  private static final int RUN = 600;

  private final Reading in;
  private final SlackForms forms;

  BrowseForms(Reading in, SlackForms forms) {
    this.in = in;
    this.forms = forms;
  }

  /** The two buttons that lead here, wherever they stand. */
  static ActionsBlock ways(Reading in) {
    return actions(List.of(
        open(in.say("button.topics"), Bookmark.BEGINNING, 0),
        open(in.say("button.search"), Bookmark.SEARCH, 1)));
  }

  /** The way back from an entry. */
  static ActionsBlock back(Bookmark bookmark, Reading in) {
    return actions(List.of(open(in.say("button.back"), bookmark, 0)));
  }

  View topics(Form.Topics form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(say(in.say("form.topics.intro")));
    blocks.add(actions(shelves(form)));
    for (Chapter chapter : Chapter.values()) {
      List<BlockElement> entries = entries(chapter, form);
      if (!entries.isEmpty()) {
        blocks.add(Ink.head(in.say(chapter.heading())));
        blocks.add(actions(entries));
      }
    }
    if (form.entries().isEmpty()) {
      blocks.add(say(in.say("form.topics.empty")));
    }
    pages(form, blocks);
    return forms.window(Actions.BROWSE, "form.topics", "", blocks, Optional.empty());
  }

  /** A menu and not buttons: what is in the open one comes first. */
  private List<BlockElement> shelves(Form.Topics form) {
    List<BlockElement> elements = new ArrayList<>();
    List<Shelf> shelves = form.shelves().stream().limit(SHELVES).toList();
    if (!shelves.isEmpty()) {
      StaticSelectElement menu = StaticSelectElement.builder()
          .actionId(Actions.BROWSE + ".0")
          .placeholder(plainText(in.say("form.topics.subject")))
          .options(shelves.stream().map(this::option).toList())
          .build();
      shelves.stream()
          .filter(shelf -> shelf.id().equals(form.chosen()))
          .findFirst()
          .ifPresent(shelf -> menu.setInitialOption(option(shelf)));
      elements.add(menu);
    }
    elements.add(open(in.say("button.search"), Bookmark.SEARCH, 1));
    return elements;
  }

  private OptionObject option(Shelf shelf) {
    String label = in.say("shelf", "name", shelf.name(in, Ink.LABEL), "count", shelf.entries());
    return Ink.option(label, new Bookmark.Page(shelf.id(), 0).text());
  }

  private List<BlockElement> entries(Chapter chapter, Form.Topics form) {
    Bookmark here = new Bookmark.Page(form.chosen(), form.page());
    List<BlockElement> buttons = new ArrayList<>();
    for (int i = 0; i < Math.min(Form.Topics.PAGE, form.entries().size()); i++) {
      Form.Entry entry = form.entries().get(i);
      if (entry.chapter() == chapter) {
        buttons.add(button(
            Actions.READ + "." + i,
            in.plain(entry.topic(), Ink.LABEL),
            entry.rule() + " " + here.text()));
      }
    }
    return buttons;
  }

  private void pages(Form.Topics form, List<LayoutBlock> blocks) {
    if (form.pages() < 2) {
      return;
    }
    blocks.add(quiet(in.say("form.topics.page", "page", form.page() + 1, "pages", form.pages())));
    List<BlockElement> buttons = new ArrayList<>();
    if (form.page() > 0) {
      buttons.add(
          open(in.say("button.page_before"), new Bookmark.Page(form.chosen(), form.page() - 1), 2));
    }
    if (form.page() + 1 < form.pages()) {
      buttons.add(
          open(in.say("button.page_after"), new Bookmark.Page(form.chosen(), form.page() + 1), 3));
    }
    blocks.add(actions(buttons));
  }

  View search(Form.Search form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(words(form));
    blocks.add(quiet(in.say("form.search.not_kept")));
    if (!form.words().isEmpty() && form.hits().isEmpty()) {
      blocks.add(say(in.say("form.search.nothing")));
      blocks.add(actions(List.of(Ink.primary(button(
          Actions.SEND_ON, in.say("button.send_on"), SafeText.plain(form.words(), Ink.VALUE))))));
      blocks.add(quiet(in.say("no_answer.words_sent")));
    }
    for (int i = 0; i < Math.min(Form.Search.SHOWN, form.hits().size()); i++) {
      hit(i, form, blocks);
    }
    blocks.add(DividerBlock.builder().build());
    blocks.add(actions(List.of(open(in.say("button.topics"), Bookmark.BEGINNING, 0))));
    return forms.window(
        Actions.SEARCH, "form.search", "", blocks, Optional.of("form.search.submit"));
  }

  private InputBlock words(Form.Search form) {
    PlainTextInputElement field = PlainTextInputElement.builder()
        .actionId(Actions.TEXT_FIELD)
        .maxLength(Form.Search.MAX_WORDS)
        .build();
    String words = SafeText.plain(form.words(), Form.Search.MAX_WORDS);
    if (!words.isEmpty()) {
      field.setInitialValue(words);
    }
    return InputBlock.builder()
        .blockId(Actions.TEXT_FIELD)
        .label(plainText(in.say("form.search.text")))
        .element(field)
        .build();
  }

  private void hit(int place, Form.Search form, List<LayoutBlock> blocks) {
    Form.Hit hit = form.hits().get(place);
    List<RichTextElement> title = new ArrayList<>();
    title.add(Ink.text(in.say(hit.chapter().heading()) + " · "));
    title.addAll(runs(hit.topic()));
    blocks.add(DividerBlock.builder().build());
    blocks.add(rich(
        RichTextSectionElement.builder().elements(title).build(),
        RichTextQuoteElement.builder().elements(runs(hit.passage())).build()));
    ButtonElement read = button(
        Actions.READ + "." + place,
        in.say("button.read"),
        hit.rule() + " " + new Bookmark.Found(form.words()).text());
    read.setAccessibilityLabel(
        SafeText.plain(in.say("button.read") + ": " + hit.topic().text(), Ink.LABEL));
    blocks.add(actions(List.of(read)));
  }

  /** What was found is bold: a colour would mean more than that, and code reads as something to type. */
  private static List<RichTextElement> runs(Marked text) {
    List<RichTextElement> runs = new ArrayList<>();
    for (Marked.Run run : text.runs()) {
      String words = SafeText.plain(run.text(), RUN);
      runs.add(run.matched() ? Ink.bold(words) : Ink.text(words));
    }
    return runs;
  }

  private static ButtonElement open(String label, Bookmark bookmark, int place) {
    return button(Actions.BROWSE + "." + place, label, bookmark.text());
  }
}
