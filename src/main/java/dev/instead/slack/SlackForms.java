package dev.instead.slack;

import static dev.instead.slack.Ink.plainText;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.instead.notice.Bookmark;
import dev.instead.notice.Form;
import dev.instead.notice.Notice;
import dev.instead.policy.Situation;
import dev.instead.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each form looks on Slack: modals. Pure, like the cards. What a form is about travels in its {@code private_metadata}. */
final class SlackForms {
  /** A modal takes 100 blocks. */
  static final int BLOCKS = 100;

  private static final int MENU = 100;
  private static final int TITLE = 24;
  private static final int LINK = 2000;

  private final Reading in;

  private SlackForms(Reading in) {
    this.in = in;
  }

  static View of(Form form, Locale language) {
    Reading in = Reading.in(language);
    SlackForms forms = new SlackForms(in);
    CaseForms cases = new CaseForms(in, forms);
    if (form instanceof Form.FileReport report) return forms.fileReport(report);
    if (form instanceof Form.AddDetails details) return forms.addDetails(details);
    if (form instanceof Form.AnswerTeam answer) return forms.answerTeam(answer);
    if (form instanceof Form.AskPolicy ask) return forms.askPolicy(ask);
    if (form instanceof Form.StillRight right) return new ReviewForms(in, forms).stillRight(right);
    if (form instanceof Form.ChangeEntry entry) return new ReviewForms(in, forms).change(entry);
    if (form instanceof Form.Topics topics) return new BrowseForms(in, forms).topics(topics);
    if (form instanceof Form.Search search) return new BrowseForms(in, forms).search(search);
    if (form instanceof Form.AskReporter ask) return cases.askReporter(ask);
    if (form instanceof Form.ReplyToReporter reply) return cases.reply(reply);
    if (form instanceof Form.Resolve resolve) return cases.resolve(resolve);
    if (form instanceof Form.HandOver handOver) return cases.handOver(handOver);
    if (form instanceof Form.ChangeSeverity severity) return cases.severity(severity);
    if (form instanceof Form.Merge merge) return cases.merge(merge);
    if (form instanceof Form.UseReply use) return cases.useReply(use);
    if (form instanceof Form.Timeline timeline) return cases.timeline(timeline);
    if (form instanceof Form.NewEntry entry) return new PolicyForms(in, forms).newEntry(entry);
    if (form instanceof Form.AddExample one) return new PolicyForms(in, forms).addExample(one);
    if (form instanceof Form.Reports reports) return cases.reports(reports);
    throw new AssertionError("No Slack form for " + form.getClass().getSimpleName());
  }

  /** A notice as the last page of a form. */
  static View closing(Notice notice, Locale language) {
    Reading in = Reading.in(language);
    SlackMessage message = SlackCards.of(notice, language);
    return new SlackForms(in)
        .window(Actions.CLOSING, "form.closing", "", message.blocks(), Optional.empty());
  }

  /** An entry of the policy that was opened to read, with the way back. */
  static View entry(Notice notice, Bookmark back, Locale language) {
    View view = closing(notice, language);
    List<LayoutBlock> blocks = new ArrayList<>(view.getBlocks());
    blocks.add(BrowseForms.back(back, Reading.in(language)));
    view.setBlocks(blocks);
    return view;
  }

  private View fileReport(Form.FileReport form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!form.emergency().isEmpty()) {
      blocks.add(new PolicyParts(in).emergency(form.emergency()));
    }
    blocks.add(Ink.say(in.say("form.file.intro")));
    blocks.add(input(
        Actions.LINK_FIELD,
        "form.file.link",
        PlainTextInputElement.builder()
            .actionId(Actions.LINK_FIELD)
            .initialValue(initial(form.link(), LINK))
            .maxLength(LINK)
            .placeholder(plainText(in.say("form.file.link.example")))
            .build(),
        true));
    situations(form).ifPresent(blocks::add);
    blocks.add(text("form.file.text", form.text(), true));
    blocks.add(Ink.quiet(in.say("form.file.who_sees")));
    return window(Actions.FILE, "form.file", "", blocks, Optional.of("form.send"));
  }

  /** Choosing tells us at once, so that a dangerous situation shows whom to call before anything is sent. */
  private Optional<InputBlock> situations(Form.FileReport form) {
    List<Situation> offered = form.offered().stream().limit(MENU).toList();
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    StaticSelectElement select = StaticSelectElement.builder()
        .actionId(Actions.SITUATION_FIELD)
        .placeholder(plainText(in.say("form.file.situation.choose")))
        .options(offered.stream().map(this::situation).toList())
        .build();
    form.chosen()
        .flatMap(id -> offered.stream().filter(s -> s.id().equals(id)).findFirst())
        .ifPresent(chosen -> select.setInitialOption(situation(chosen)));
    InputBlock block = input(Actions.SITUATION_FIELD, "form.file.situation", select, true);
    block.setDispatchAction(true);
    return Optional.of(block);
  }

  private OptionObject situation(Situation situation) {
    return Ink.option(in.plain(situation.title(), Ink.LABEL), situation.id().value());
  }

  private View addDetails(Form.AddDetails form) {
    return window(
        Actions.ADD_DETAILS,
        "form.details",
        form.report().value(),
        List.of(
            Ink.say(in.say(
                "form.details.intro",
                "number",
                form.number().map(Object::toString).orElseGet(() -> in.say("your_report")))),
            text("form.details.text", "", false)),
        Optional.of("form.send"));
  }

  private View answerTeam(Form.AnswerTeam form) {
    return window(
        Actions.ANSWER_TEAM,
        "form.answer",
        form.note().id() + " " + form.report(),
        List.of(
            Ink.say(in.say("form.answer.intro", "number", form.number())),
            Ink.rich(Ink.quote(form.note().text(), Report.MAX_TEXT)),
            text("form.answer.text", "", false)),
        Optional.of("form.send"));
  }

  private View askPolicy(Form.AskPolicy form) {
    return window(
        Actions.ASK_POLICY,
        "form.ask",
        "",
        List.of(
            Ink.say(in.say("form.ask.intro")),
            BrowseForms.ways(in),
            text("form.ask.text", form.text(), false),
            kind(),
            Ink.quiet(in.say("form.ask.drafts"))),
        Optional.of("form.ask.submit"));
  }

  private InputBlock kind() {
    List<OptionObject> kinds = List.of(
        Ink.option(in.say("form.ask.question"), Actions.QUESTION),
        Ink.option(in.say("form.ask.draft"), Actions.DRAFT));
    return choice("form.ask.kind", kinds, Optional.of(kinds.get(0)));
  }

  // ---- shared with the forms of a case

  View window(
      String callback,
      String titleKey,
      String about,
      List<LayoutBlock> blocks,
      Optional<String> submitKey) {
    View view = View.builder()
        .type("modal")
        .callbackId(callback)
        .privateMetadata(about)
        .title(ViewTitle.builder()
            .type("plain_text")
            .text(SafeText.plain(in.say(titleKey + ".title"), TITLE))
            .emoji(false)
            .build())
        .close(ViewClose.builder()
            .type("plain_text")
            .text(in.say(submitKey.isPresent() ? "form.cancel" : "form.close"))
            .emoji(false)
            .build())
        .blocks(blocks)
        .build();
    submitKey.ifPresent(key -> view.setSubmit(
        ViewSubmit.builder().type("plain_text").text(in.say(key)).emoji(false).build()));
    return view;
  }

  InputBlock text(String labelKey, String initial, boolean optional) {
    return input(
        Actions.TEXT_FIELD,
        labelKey,
        PlainTextInputElement.builder()
            .actionId(Actions.TEXT_FIELD)
            .multiline(true)
            .initialValue(initial(initial, Report.MAX_TEXT))
            .maxLength(Report.MAX_TEXT)
            .build(),
        optional);
  }

  InputBlock choice(String labelKey, List<OptionObject> options, Optional<OptionObject> chosen) {
    StaticSelectElement select = StaticSelectElement.builder()
        .actionId(Actions.CHOICE_FIELD)
        .placeholder(plainText(in.say("form.choose")))
        .options(options.subList(0, Math.min(MENU, options.size())))
        .build();
    chosen.ifPresent(select::setInitialOption);
    return input(Actions.CHOICE_FIELD, labelKey, select, false);
  }

  private InputBlock input(String block, String labelKey, BlockElement element, boolean optional) {
    return InputBlock.builder()
        .blockId(block)
        .label(plainText(in.say(labelKey)))
        .element(element)
        .optional(optional)
        .build();
  }

  /** Left out where there is none. */
  private static @Nullable String initial(String text, int max) {
    String safe = SafeText.plain(text, max);
    return safe.isEmpty() ? null : safe;
  }
}
