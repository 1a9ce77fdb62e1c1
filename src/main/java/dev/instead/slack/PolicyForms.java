package dev.instead.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.policy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Forms that end in a proposal for the policy file. */
final class PolicyForms {
  private static final int MENU = 100;

  /** Four fields each, below the 100 blocks of a modal. */
  private static final int LANGUAGES = 20;

  private final Reading in;
  private final SlackForms forms;

  PolicyForms(Reading in, SlackForms forms) {
    this.in = in;
    this.forms = forms;
  }

  View newEntry(Form.NewEntry form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.say(in.say("form.entry.intro")));
    List<Locale> languages = new ArrayList<>(form.languages());
    languages.remove(form.first());
    languages.add(0, form.first());
    for (Locale language : languages.subList(0, Math.min(LANGUAGES, languages.size()))) {
      texts(form, language, language.equals(form.first()), blocks);
    }
    blocks.add(menu(
        Form.NewEntry.VERDICT,
        in.say("form.entry.verdict"),
        Arrays.stream(Verdict.values()).map(this::verdict).toList(),
        Optional.of(verdict(Verdict.ASK))));
    blocks.add(line(Form.NewEntry.OWNER, in.say("form.entry.owner"), form.owner(), false));
    blocks.add(line(
        Form.NewEntry.REVIEW_BY,
        in.say("form.entry.review_by"),
        form.reviewBy().toString(),
        false));
    return forms.window(
        Actions.ENTRY,
        "form.entry",
        form.number().value(),
        blocks,
        Optional.of("form.entry.submit"));
  }

  private void texts(Form.NewEntry form, Locale language, boolean first, List<LayoutBlock> blocks) {
    String name = language.getDisplayLanguage(in.words().language());
    blocks.add(line(
        Form.NewEntry.field(Form.NewEntry.TOPIC, language),
        in.say("form.entry.topic", "language", name),
        first ? form.question() : "",
        !first));
    blocks.add(text(
        Form.NewEntry.field(Form.NewEntry.QUESTION, language),
        in.say("form.entry.question", "language", name),
        first ? form.question() : "",
        Form.NewEntry.LONGEST_QUESTION,
        !first));
    blocks.add(text(
        Form.NewEntry.field(Form.NewEntry.TEXT, language),
        in.say("form.entry.text", "language", name),
        first ? form.text() : "",
        Form.NewEntry.LONGEST_TEXT,
        !first));
    blocks.add(text(
        Form.NewEntry.field(Form.NewEntry.WHY, language),
        in.say("form.entry.why", "language", name),
        "",
        Form.NewEntry.LONGEST_TEXT,
        !first));
  }

  View addExample(Form.AddExample form) {
    List<OptionObject> entries =
        form.entries().stream().limit(MENU).map(this::entry).toList();
    Optional<OptionObject> nearest = form.nearest()
        .flatMap(
            id -> entries.stream().filter(o -> o.getValue().equals(id.value())).findFirst());
    List<OptionObject> languages =
        form.languages().stream().limit(MENU).map(this::language).toList();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ink.say(in.say("form.example.intro")));
    blocks.add(text(
        Form.AddExample.QUESTION,
        in.say("form.example.question"),
        form.question(),
        Form.NewEntry.LONGEST_QUESTION,
        false));
    if (!entries.isEmpty()) {
      blocks.add(menu(Form.AddExample.ENTRY, in.say("form.example.entry"), entries, nearest));
    }
    blocks.add(menu(
        Form.AddExample.LANGUAGE,
        in.say("form.example.language"),
        languages,
        Optional.of(language(form.language()))));
    return forms.window(
        Actions.ADD_EXAMPLE,
        "form.example",
        String.valueOf(form.seq()),
        blocks,
        Optional.of("form.entry.submit"));
  }

  private OptionObject verdict(Verdict verdict) {
    String word = verdict.name().toLowerCase(Locale.ROOT);
    return Ink.option(in.say("verdict." + word), word);
  }

  private OptionObject entry(Notice.Suggestion entry) {
    return Ink.option(in.plain(entry.topic(), Ink.LABEL), entry.rule().value());
  }

  private OptionObject language(Locale language) {
    return Ink.option(language.getDisplayLanguage(in.words().language()), language.toLanguageTag());
  }

  private InputBlock line(String name, String label, String initial, boolean optional) {
    return field(name, label, initial, Form.NewEntry.LINE, false, optional);
  }

  private InputBlock text(String name, String label, String initial, int max, boolean optional) {
    return field(name, label, initial, max, true, optional);
  }

  private InputBlock field(
      String name, String label, String initial, int max, boolean several, boolean optional) {
    PlainTextInputElement element = PlainTextInputElement.builder()
        .actionId(name)
        .multiline(several)
        .maxLength(max)
        .build();
    String safe = SafeText.plain(initial, max);
    if (!safe.isBlank()) {
      element.setInitialValue(safe);
    }
    return input(name, label, element, optional);
  }

  private InputBlock menu(
      String name, String label, List<OptionObject> options, Optional<OptionObject> chosen) {
    StaticSelectElement select = StaticSelectElement.builder()
        .actionId(name)
        .placeholder(Ink.plainText(in.say("form.choose")))
        .options(options)
        .build();
    chosen.ifPresent(select::setInitialOption);
    return input(name, label, select, false);
  }

  private static InputBlock input(
      String name, String label, BlockElement element, boolean optional) {
    return InputBlock.builder()
        .blockId(name)
        .label(Ink.plainText(SafeText.plain(label, Ink.VALUE)))
        .element(element)
        .optional(optional)
        .build();
  }
}
