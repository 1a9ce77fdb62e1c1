package dev.instead.playground;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.richText;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.overflowMenu;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.richTextSection;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.block.element.BlockElements.urlTextInput;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's own Java library gets on with the local Slack: what it writes passes, what it reads is complete. */
class SlackSdkTest {
  private final SlackWorkspace workspace = SampleCompany.workspace();
  private final LocalSlack slack = LocalSlack.start(workspace);
  private final Slack sdk = Slack.getInstance(config(slack));
  private final MethodsClient methods = sdk.methods(LocalSlack.TOKEN);

  @AfterEach
  void stop() throws Exception {
    sdk.close();
    slack.close();
  }

  @Test
  void a_card_written_by_the_sdk_passes_and_is_read_back() throws Exception {
    ChatPostMessageResponse posted = methods.chatPostMessage(request -> request
        .channel("C0SOCIAL")
        .text("Card")
        .blocks(card())
        .metadata(Message.Metadata.builder()
            .eventType("instead_row")
            .eventPayload(Map.of("row", "42"))
            .build())
        .unfurlLinks(false));
    assertNull(posted.getError(), () -> String.valueOf(posted.getResponseMetadata()));

    Message read = methods
        .conversationsHistory(request -> request.channel("C0SOCIAL").includeAllMetadata(true))
        .getMessages()
        .get(0);
    assertEquals("42", read.getMetadata().getEventPayload().get("row"));
    assertEquals(card().size(), read.getBlocks().size());
  }

  @Test
  void a_form_written_by_the_sdk_opens() throws Exception {
    View view = View.builder()
        .type("modal")
        .callbackId("report")
        .title(ViewTitle.builder().type("plain_text").text("Report").build())
        .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").build())
        .notifyOnClose(false)
        .privateMetadata("{}")
        .blocks(form())
        .build();
    ViewsOpenResponse opened =
        methods.viewsOpen(request -> request.triggerId(slack.trigger("U0DEWI")).view(view));
    assertNull(opened.getError(), () -> String.valueOf(opened.getResponseMetadata()));
    assertEquals("report", opened.getView().getCallbackId());
  }

  @Test
  void people_groups_and_the_app_itself_are_understood() throws Exception {
    assertEquals("B0INSTEAD", methods.authTest(request -> request).getBotId());
    assertTrue(methods
        .usersInfo(request -> request.user("U0GUS").includeLocale(true))
        .getUser()
        .isUltraRestricted());
    assertEquals(
        List.of("U0ANA", "U0BEN", "U0CITRA"),
        methods.usergroupsUsersList(request -> request.usergroup("S0CARE")).getUsers());
    assertTrue(methods
        .conversationsInfo(request -> request.channel("C0LEGAL"))
        .getChannel()
        .isPrivate());
  }

  private static List<LayoutBlock> card() {
    OptionObject more = option(plainText("Hand over"), "hand-over");
    return asBlocks(
        header(block -> block.text(plainText("S-7KQ2"))),
        section(block -> block
            .blockId("text")
            .text(markdownText(text -> text.text("*Refund*").verbatim(true)))
            .accessory(overflowMenu(menu -> menu.actionId("more").options(List.of(more))))),
        context(List.of(markdownText("reported twice"))),
        divider(),
        richText(block -> block.elements(asElements(richTextSection(
            part -> part.elements(List.of(RichTextSectionElement.Text.builder()
                .text("What happened")
                .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
                .build())))))),
        actions(block -> block.elements(asElements(
            button(press -> press
                .actionId("claim")
                .text(plainText("Take it"))
                .style("primary")
                .value("S-7KQ2")),
            button(press -> press
                .actionId("no")
                .text(plainText("Not an issue"))
                .confirm(confirmationDialog(ask -> ask.title(plainText("Sure?"))
                    .text(plainText("It closes the case."))
                    .confirm(plainText("Yes"))
                    .deny(plainText("No")))))))));
  }

  private static List<LayoutBlock> form() {
    List<OptionObject> options = List.of(option(plainText("Refund"), "refund"));
    return asBlocks(
        input(block -> block
            .blockId("link")
            .label(plainText("Link"))
            .optional(true)
            .element(urlTextInput(field -> field.actionId("value")))),
        input(block -> block
            .blockId("what")
            .label(plainText("What is going on"))
            .hint(plainText("In your own words"))
            .element(
                plainTextInput(field -> field.actionId("value").multiline(true).maxLength(3000)))),
        input(block -> block
            .blockId("situation")
            .label(plainText("Situation"))
            .element(staticSelect(
                menu -> menu.actionId("value").options(options).initialOption(options.get(0))))),
        input(block -> block
            .blockId("more")
            .label(plainText("More"))
            .optional(true)
            .element(checkboxes(boxes -> boxes.actionId("value").options(options)))));
  }

  private static SlackConfig config(LocalSlack slack) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    config.setStatsEnabled(false);
    return config;
  }
}
