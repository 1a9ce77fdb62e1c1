package dev.instead.playground;

import static dev.instead.playground.Rule.bool;
import static dev.instead.playground.Rule.byType;
import static dev.instead.playground.Rule.integer;
import static dev.instead.playground.Rule.list;
import static dev.instead.playground.Rule.oneOf;
import static dev.instead.playground.Rule.shape;
import static dev.instead.playground.Rule.string;

import java.util.Map;

/** What a rich_text block may hold. Slack names no lengths here; those of a section text are used. */
final class RichTextRules {
  // The last four are Slack's own; its Java library always writes them.
  private static final Rule STYLE = shape()
      .may("bold", bool())
      .may("italic", bool())
      .may("strike", bool())
      .may("code", bool())
      .may("underline", bool())
      .may("highlight", bool())
      .may("client_highlight", bool())
      .may("unlink", bool());

  private static final Rule INLINE = byType(Map.of(
      "text", shape().must("text", string(3000)).may("style", STYLE),
      "link",
          shape()
              .must("url", string(3000))
              .may("text", string(3000))
              .may("unsafe", bool())
              .may("style", STYLE),
      "user", shape().must("user_id", string(255)).may("style", STYLE),
      "usergroup", shape().must("usergroup_id", string(255)).may("style", STYLE),
      "channel", shape().must("channel_id", string(255)).may("style", STYLE),
      "emoji", shape().must("name", string(255)).may("unicode", string(255)).may("style", STYLE),
      "broadcast", shape().must("range", oneOf("here", "channel", "everyone")),
      "date",
          shape()
              .must("timestamp", integer(0, Integer.MAX_VALUE))
              .must("format", string(255))
              .may("url", string(3000))
              .may("fallback", string(3000))
              .may("style", STYLE)));

  private static final Rule LINES = list(1, 1000, INLINE);
  private static final Rule BORDER = integer(0, 1);
  private static final Rule SECTION = shape().must("elements", list(0, 1000, INLINE));

  static final Rule PARTS = list(
      1,
      100,
      byType(Map.of(
          "rich_text_section",
          SECTION,
          "rich_text_quote",
          shape().must("elements", LINES).may("border", BORDER),
          "rich_text_preformatted",
          shape().must("elements", LINES).may("border", BORDER),
          "rich_text_list",
          shape()
              .must("elements", list(1, 1000, byType(Map.of("rich_text_section", SECTION))))
              .must("style", oneOf("bullet", "ordered"))
              .may("indent", integer(0, 8))
              .may("offset", integer(0, Integer.MAX_VALUE))
              .may("border", BORDER))));

  private RichTextRules() {}
}
