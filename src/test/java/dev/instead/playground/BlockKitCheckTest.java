package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In the samples, {@code ~9~} stands for nine letters, and single quotes for double ones. */
class BlockKitCheckTest {
  private static final String BUTTON = "{'type':'button','text':{'type':'plain_text','text':'Go'}}";
  private static final String SECTION = "{'type':'section','text':{'type':'mrkdwn','text':'Hi'}}";

  @ParameterizedTest
  @MethodSource
  void blocks_within_the_limits_pass(String block) {
    assertEquals(List.of(), BlockKitCheck.message(blocks(block)));
  }

  static Stream<String> blocks_within_the_limits_pass() {
    return Stream.of(
        SECTION,
        "{'type':'divider'}",
        "{'type':'header','text':{'type':'plain_text','text':'~150~','emoji':true}}",
        "{'type':'section','text':{'type':'mrkdwn','text':'~3000~','verbatim':true}}",
        "{'type':'section','fields':[" + times(10, text("mrkdwn", 2000)) + "]}",
        "{'type':'section','text':" + text("plain_text", 9) + ",'accessory':"
            + menu("overflow", 5, 75, 150) + "}",
        "{'type':'context','elements':[" + times(9, text("mrkdwn", 9))
            + ",{'type':'image','image_url':'https://meranti.example/a.png','alt_text':'~2000~'}]}",
        "{'type':'actions','elements':[" + times(25, BUTTON) + "]}",
        actions("{'type':'button','text':" + text("plain_text", 75)
            + ",'value':'~2000~','url':'~3000~','style':'danger','action_id':'~255~'}"),
        actions("{'type':'button','text':" + text("plain_text", 1) + ",'confirm':{'title':"
            + text("plain_text", 100) + ",'text':" + text("mrkdwn", 300) + ",'confirm':"
            + text("plain_text", 30) + ",'deny':" + text("plain_text", 30) + "}}"),
        actions(menu("static_select", 100, 75, 150)),
        actions(menu("radio_buttons", 10, 75, 150)),
        actions("{'type':'users_select','initial_user':'U0ANA','placeholder':"
            + text("plain_text", 150) + "}"),
        actions("{'type':'static_select','option_groups':[{'label':" + text("plain_text", 75)
            + ",'options':[" + option(9, 9) + "]}]}"),
        input("{'type':'plain_text_input','multiline':true,'max_length':3000,'placeholder':"
            + text("plain_text", 150) + "}"),
        input("{'type':'url_text_input','initial_value':'https://x.com/a'}"),
        input("{'type':'datepicker','initial_date':'2026-11-22'}"),
        input("{'type':'conversations_select','default_to_current_conversation':true}"),
        input("{'type':'checkboxes','options':[" + option(9, 9) + "],'initial_options':["
            + option(9, 9) + "]}"),
        "{'type':'image','image_url':'https://meranti.example/a.png','alt_text':'A car'}",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'Hi',"
            + "'style':{'bold':true}},{'type':'user','user_id':'U0ANA'}]},{'type':'rich_text_list',"
            + "'style':'bullet','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'a'}]}]}]}");
  }

  @ParameterizedTest
  @MethodSource
  void blocks_beyond_a_limit_are_refused_where_they_are_wrong(String block, String problem) {
    List<String> problems = BlockKitCheck.message(blocks(block));
    assertTrue(
        problems.stream().anyMatch(found -> found.contains(problem)),
        () -> "Expected " + problem + " in " + problems);
  }

  static Stream<Arguments> blocks_beyond_a_limit_are_refused_where_they_are_wrong() {
    return Stream.of(
        Arguments.of(
            "{'type':'carousel'}", "unsupported type: carousel [json-pointer:/blocks/0/type]"),
        Arguments.of("'text'", "unsupported type"),
        Arguments.of("{'type':'section'}", "missing required field: text or fields"),
        Arguments.of(
            section(text("mrkdwn", 3001)),
            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        Arguments.of(section(text("mrkdwn", 0)), "must be more than 0 characters"),
        Arguments.of(section("{'type':'markdown','text':'a'}"), "unsupported type: markdown"),
        Arguments.of(
            section("{'type':'mrkdwn','text':'a','emoji':true}"),
            "invalid additional property: emoji"),
        Arguments.of(
            section("{'type':'plain_text','text':'a','verbatim':true}"),
            "additional property: verbatim"),
        Arguments.of(
            "{'type':'section','fields':[" + times(11, text("mrkdwn", 9)) + "]}",
            "no more than 10 items"),
        Arguments.of(
            "{'type':'section','fields':[" + text("mrkdwn", 2001) + "]}", "less than 2001"),
        Arguments.of("{'type':'header','text':" + text("plain_text", 151) + "}", "less than 151"),
        Arguments.of(
            "{'type':'header','text':" + text("mrkdwn", 9) + "}", "unsupported type: mrkdwn"),
        Arguments.of("{'type':'divider','block_id':'~256~'}", "less than 256"),
        Arguments.of("{'type':'divider','colour':'red'}", "invalid additional property: colour"),
        Arguments.of("{'type':'context','elements':[]}", "no fewer than 1 items"),
        Arguments.of(
            "{'type':'context','elements':[" + times(11, text("mrkdwn", 9)) + "]}",
            "no more than 10"),
        Arguments.of("{'type':'context','elements':[" + BUTTON + "]}", "unsupported type: button"),
        Arguments.of(
            "{'type':'actions','elements':[" + times(26, BUTTON) + "]}", "no more than 25 items"),
        Arguments.of(actions("{'type':'plain_text_input'}"), "unsupported type: plain_text_input"),
        Arguments.of(
            actions("{'type':'image','image_url':'a','alt_text':'b'}"), "unsupported type: image"),
        Arguments.of(actions("{'type':'button'}"), "missing required field: text"),
        Arguments.of(
            actions("{'type':'button','text':" + text("mrkdwn", 9) + "}"),
            "unsupported type: mrkdwn"),
        Arguments.of(
            actions("{'type':'button','text':" + text("plain_text", 76) + "}"),
            "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"),
        Arguments.of(button("'value':'~2001~'"), "less than 2001"),
        Arguments.of(button("'url':'~3001~'"), "less than 3001"),
        Arguments.of(button("'style':'default'"), "must be one of the allowed values"),
        Arguments.of(button("'action_id':'~256~'"), "less than 256"),
        Arguments.of(button("'confirm':{}"), "missing required field: title"),
        Arguments.of(confirm(101, 9, 9), "less than 101"),
        Arguments.of(confirm(9, 301, 9), "less than 301"),
        Arguments.of(confirm(9, 9, 31), "less than 31"),
        Arguments.of(
            "{'type':'actions','elements':["
                + times(2, "{'type':'button','action_id':'x','text':" + text("plain_text", 1) + "}")
                + "]}",
            "`action_id` \"x\" already exists"),
        Arguments.of(actions(menu("static_select", 101, 9, 9)), "no more than 100 items"),
        Arguments.of(actions(menu("static_select", 1, 76, 9)), "less than 76"),
        Arguments.of(actions(menu("static_select", 1, 9, 151)), "less than 151"),
        Arguments.of(actions("{'type':'static_select'}"), "either options or option_groups"),
        Arguments.of(
            actions("{'type':'static_select','options':[" + option(9, 9) + "],'initial_option':"
                + option(8, 8) + "}"),
            "initial_option must be one of the options"),
        Arguments.of(actions(menu("overflow", 6, 9, 9)), "no more than 5 items"),
        Arguments.of(actions(menu("radio_buttons", 11, 9, 9)), "no more than 10 items"),
        Arguments.of(actions(menu("checkboxes", 11, 9, 9)), "no more than 10 items"),
        Arguments.of(actions("{'type':'datepicker','initial_date':'22.11.2026'}"), "valid date"),
        Arguments.of(actions("{'type':'users_select','initial_user':'ana'}"), "valid user id"),
        Arguments.of(input(BUTTON), "unsupported type: button"),
        Arguments.of(
            input("{'type':'plain_text_input','max_length':3001}"), "integer from 1 to 3000"),
        Arguments.of(
            input("{'type':'plain_text_input','initial_value':'~3001~'}"), "less than 3001"),
        Arguments.of(
            input("{'type':'plain_text_input','placeholder':" + text("plain_text", 151) + "}"),
            "less than 151"),
        Arguments.of(
            "{'type':'input','label':" + text("plain_text", 2001)
                + ",'element':{'type':'plain_text_input'}}",
            "less than 2001"),
        Arguments.of(
            "{'type':'input','element':{'type':'plain_text_input'}}",
            "missing required field: label"),
        Arguments.of(
            "{'type':'image','image_url':'https://meranti.example/a.png'}",
            "required field: alt_text"),
        Arguments.of(
            "{'type':'rich_text','elements':[{'type':'text','text':'a'}]}",
            "unsupported type: text"));
  }

  @Test
  void a_message_takes_fifty_blocks_and_no_more() {
    assertEquals(List.of(), BlockKitCheck.message(blocks(times(50, SECTION))));
    assertEquals(
        List.of("[ERROR] no more than 50 items allowed [json-pointer:/blocks]"),
        BlockKitCheck.message(blocks(times(51, SECTION))));
  }

  @Test
  void two_blocks_cannot_share_an_id() {
    List<String> problems =
        BlockKitCheck.message(blocks(times(2, "{'type':'divider','block_id':'same'}")));
    assertEquals(
        List.of("[ERROR] `block_id` \"same\" already exists [json-pointer:/blocks]"), problems);
  }

  @Test
  void a_full_modal_passes() {
    String more = "'submit':" + text("plain_text", 24) + ",'close':" + text("plain_text", 24)
        + ",'private_metadata':'~3000~','callback_id':'~255~','notify_on_close':true";
    assertEquals(List.of(), BlockKitCheck.view(modal(24, more, times(100, SECTION))));
  }

  @ParameterizedTest
  @MethodSource
  void a_modal_beyond_a_limit_is_refused(int title, String more, String blocks, String problem) {
    List<String> problems = BlockKitCheck.view(modal(title, more, blocks));
    assertTrue(
        problems.stream().anyMatch(found -> found.contains(problem)),
        () -> "Expected " + problem + " in " + problems);
  }

  static Stream<Arguments> a_modal_beyond_a_limit_is_refused() {
    String field = input("{'type':'plain_text_input'}");
    String submit = "'submit':{'type':'plain_text','text':'Send'}";
    String focused = input("{'type':'plain_text_input','focus_on_load':true}");
    return Stream.of(
        Arguments.of(
            25, submit, SECTION, "less than 25 characters [json-pointer:/view/title/text]"),
        Arguments.of(9, "'submit':" + text("plain_text", 25), SECTION, "less than 25"),
        Arguments.of(9, "'close':" + text("plain_text", 25), SECTION, "less than 25"),
        Arguments.of(9, "'private_metadata':'~3001~'", SECTION, "less than 3001"),
        Arguments.of(9, "'callback_id':'~256~'", SECTION, "less than 256"),
        Arguments.of(9, "'size':'big'", SECTION, "invalid additional property: size"),
        Arguments.of(9, submit, times(101, SECTION), "no more than 100 items"),
        Arguments.of(9, "'close':" + text("plain_text", 9), field, "`submit` is required"),
        Arguments.of(9, submit, times(2, focused), "only one element can have focus_on_load"));
  }

  @Test
  void a_home_has_no_title_and_no_other_modal_fields() {
    JsonNode home =
        json("{'type':'home','title':" + text("plain_text", 9) + ",'blocks':[" + SECTION + "]}");
    assertEquals(
        List.of("[ERROR] invalid additional property: title [json-pointer:/view]"),
        BlockKitCheck.view(home));
  }

  @Test
  void a_view_over_250_kilobytes_is_too_large() {
    JsonNode modal = modal(9, "'callback_id':'x'", times(84, section(text("mrkdwn", 3000))));
    SlackRefusal refusal =
        assertThrows(SlackRefusal.class, () -> BlockKitCheck.view(modal, "modal"));
    assertEquals("view_too_large", refusal.error());
  }

  private static JsonNode blocks(String blocks) {
    return json("[" + blocks + "]");
  }

  private static JsonNode modal(int title, String more, String blocks) {
    return json("{'type':'modal','title':" + text("plain_text", title) + "," + more + ",'blocks':["
        + blocks + "]}");
  }

  private static JsonNode json(String shorthand) {
    String text = Pattern.compile("~(\\d+)~")
        .matcher(shorthand)
        .replaceAll(count -> "x".repeat(Integer.parseInt(count.group(1))));
    return Json.read(text.replace('\'', '"')).orElseThrow();
  }

  private static String text(String type, int length) {
    return "{'type':'" + type + "','text':'~" + length + "~'}";
  }

  private static String section(String text) {
    return "{'type':'section','text':" + text + "}";
  }

  private static String actions(String element) {
    return "{'type':'actions','elements':[" + element + "]}";
  }

  private static String button(String more) {
    return actions("{'type':'button','text':" + text("plain_text", 9) + "," + more + "}");
  }

  private static String confirm(int title, int text, int buttons) {
    return button("'confirm':{'title':" + text("plain_text", title) + ",'text':"
        + text("plain_text", text) + ",'confirm':" + text("plain_text", buttons) + ",'deny':"
        + text("plain_text", 9) + "}");
  }

  private static String input(String element) {
    return "{'type':'input','label':{'type':'plain_text','text':'Link'},'element':" + element + "}";
  }

  private static String option(int text, int value) {
    return "{'text':" + text("plain_text", text) + ",'value':'~" + value + "~'}";
  }

  private static String menu(String type, int options, int text, int value) {
    return "{'type':'" + type + "','options':[" + times(options, option(text, value)) + "]}";
  }

  private static String times(int count, String item) {
    return String.join(",", Collections.nCopies(count, item));
  }
}
