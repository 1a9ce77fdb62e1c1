package dev.instead.teams;

import dev.instead.notice.Bookmark;
import dev.instead.notice.Chapter;
import dev.instead.notice.Form;
import dev.instead.notice.Legible;
import dev.instead.notice.Marked;
import dev.instead.notice.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading instead of asking, as dialogs: what may be posted, to look through and to search. */
final class BrowseDialogs {
  private static final String SHELVES = "shelves";

  private final Reading in;
  private final String op;

  BrowseDialogs(Reading in, String op) {
    this.in = in;
    this.op = op;
  }

  /** The two buttons that open these dialogs from a card. */
  static List<Map<String, Object>> ways(Reading in) {
    return List.of(
        Buttons.open(Verbs.BROWSE, in.say("button.topics"), Bookmark.BEGINNING.text()),
        Buttons.open(Verbs.BROWSE, in.say("button.search"), Bookmark.SEARCH.text()));
  }

  /** The same inside a dialog. */
  static List<Map<String, Object>> waysInside(Reading in) {
    return List.of(
        open(in.say("button.topics"), Bookmark.BEGINNING),
        open(in.say("button.search"), Bookmark.SEARCH));
  }

  /** The way back from an entry. */
  static Map<String, Object> back(Bookmark bookmark, Reading in) {
    return open(in.say("button.back"), bookmark);
  }

  Dialog topics(Form.Topics form) {
    Sheet sheet = new Sheet(in).say(in.say("form.topics.intro"));
    sheet.add(Buttons.row(List.of(
        Ink.piece(
            "type",
            "Action.ToggleVisibility",
            "title",
            in.say("form.topics.subject"),
            "targetElements",
            List.of(SHELVES)),
        open(in.say("button.search"), Bookmark.SEARCH))));
    if (!form.shelves().isEmpty()) {
      sheet.add(shelves(form));
    }
    form.shelves().stream()
        .filter(shelf -> shelf.id().equals(form.chosen()))
        .findFirst()
        .ifPresent(shelf -> sheet.add(Ink.rich(List.of(Ink.bold(label(shelf))))));
    for (Chapter chapter : Chapter.values()) {
      chapter(chapter, form, sheet);
    }
    if (form.entries().isEmpty()) {
      sheet.say(in.say("form.topics.empty"));
    }
    pages(form, sheet);
    return sheet.dialog(in.say("form.topics.title"));
  }

  /** Folded away, because what is in the open one comes first; that one stands out. */
  private Map<String, Object> shelves(Form.Topics form) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    for (Shelf shelf : form.shelves()) {
      Map<String, Object> button = open(label(shelf), new Bookmark.Page(shelf.id(), 0));
      buttons.add(shelf.id().equals(form.chosen()) ? Buttons.primary(button) : button);
    }
    Map<String, Object> box = Ink.box("emphasis", Buttons.column(buttons));
    return Ink.with(Ink.with(box, "id", SHELVES), "isVisible", false);
  }

  private String label(Shelf shelf) {
    return in.say("shelf", "name", shelf.name(in, Ink.LABEL), "count", shelf.entries());
  }

  private void chapter(Chapter chapter, Form.Topics form, Sheet sheet) {
    Bookmark here = new Bookmark.Page(form.chosen(), form.page());
    List<Map<String, Object>> buttons = form.entries().stream()
        .limit(in.count(Form.Topics.PAGE))
        .filter(entry -> entry.chapter() == chapter)
        .map(entry ->
            press(Verbs.READ, in.plain(entry.topic(), Ink.LABEL), entry.rule() + " " + here.text()))
        .toList();
    if (!buttons.isEmpty()) {
      sheet.add(Ink.with(Ink.head(in.say(chapter.heading())), "separator", true));
      sheet.addAll(Buttons.column(buttons));
    }
  }

  private void pages(Form.Topics form, Sheet sheet) {
    if (form.pages() < 2) {
      return;
    }
    sheet.quiet(in.say("form.topics.page", "page", form.page() + 1, "pages", form.pages()));
    if (form.page() > 0) {
      sheet.button(
          open(in.say("button.page_before"), new Bookmark.Page(form.chosen(), form.page() - 1)));
    }
    if (form.page() + 1 < form.pages()) {
      sheet.button(
          open(in.say("button.page_after"), new Bookmark.Page(form.chosen(), form.page() + 1)));
    }
  }

  Dialog search(Form.Search form) {
    Map<String, Object> search =
        Buttons.primary(Buttons.send(Verbs.SEARCH, in.say("form.search.submit"), "", op));
    // Beside the field, because what is found makes the dialog long.
    Sheet sheet = new Sheet(in)
        .add(new Inputs(in).words("form.search.text", form.words(), Form.Search.MAX_WORDS))
        .add(Ink.with(Buttons.row(List.of(search)), "spacing", "Small"))
        .quiet(in.say("form.search.not_kept"));
    if (!form.words().isEmpty() && form.hits().isEmpty()) {
      sheet.say(in.say("form.search.nothing")).quiet(in.say("no_answer.words_sent"));
      sheet.button(asked(form.words()));
    }
    form.hits().stream().limit(in.count(Form.Search.SHOWN)).forEach(hit -> hit(hit, form, sheet));
    return sheet
        .button(open(in.say("button.topics"), Bookmark.BEGINNING))
        .dialog(in.say("form.search.title"));
  }

  /** It opens a case, so it goes by the name of this dialog when Teams repeats it. */
  private Map<String, Object> asked(String words) {
    String said = Legible.plain(words, Ink.VALUE);
    return Ink.with(
        press(Verbs.SEND_ON, in.say("button.send_on"), said),
        "data",
        Ink.piece(Verbs.VERB, Verbs.SEND_ON, Verbs.VALUE, said, Verbs.ONCE, op));
  }

  private void hit(Form.Hit hit, Form.Search form, Sheet sheet) {
    List<Map<String, Object>> title = new ArrayList<>();
    title.add(Ink.run(in.say(hit.chapter().heading()) + " · "));
    title.addAll(runs(hit.topic()));
    Map<String, Object> read = press(
        Verbs.READ,
        in.say("button.read"),
        hit.rule() + " " + new Bookmark.Found(form.words()).text());
    String about = in.say("button.read") + ": " + in.words(hit.topic().text(), Ink.LABEL);
    sheet
        .add(Ink.with(Ink.rich(title), "separator", true))
        .add(Ink.with(
            Ink.box("emphasis", List.of(Ink.rich(runs(hit.passage())))), "spacing", "Small"))
        .add(Ink.with(Buttons.row(List.of(Ink.with(read, "tooltip", about))), "spacing", "Small"));
  }

  private List<Map<String, Object>> runs(Marked text) {
    return text.runs().stream()
        .map(run -> {
          Map<String, Object> drawn = Ink.run(in.words(run.text(), Ink.TEXT));
          return run.matched() ? Ink.with(drawn, "highlight", true) : drawn;
        })
        .toList();
  }

  private static Map<String, Object> open(String label, Bookmark bookmark) {
    return press(Verbs.BROWSE, label, bookmark.text());
  }

  /** Without the fields of the dialog: one that has to be filled in would hold the press back. */
  private static Map<String, Object> press(String verb, String label, String value) {
    return Ink.with(Buttons.inDialog(Buttons.act(verb, label, value)), "associatedInputs", "none");
  }
}
