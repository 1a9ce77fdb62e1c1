package dev.instead.playground;

import static dev.instead.playground.Rule.bool;
import static dev.instead.playground.Rule.byType;
import static dev.instead.playground.Rule.integer;
import static dev.instead.playground.Rule.later;
import static dev.instead.playground.Rule.list;
import static dev.instead.playground.Rule.report;
import static dev.instead.playground.Rule.shape;
import static dev.instead.playground.Rule.string;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements of Adaptive Cards 1.5 that the product could use, and what each must have: {@code adaptivecards.io/explorer}. */
final class CardRules {
  private static final int LONGEST = 25_000;
  private static final int MOST_ITEMS = 200;

  private static final Rule TEXT = string(0, LONGEST);
  private static final Rule COLOUR =
      word("default", "dark", "light", "accent", "good", "warning", "attention");
  private static final Rule SIZE = word("small", "default", "medium", "large", "extraLarge");
  private static final Rule WEIGHT = word("lighter", "default", "bolder");
  private static final Rule FONT = word("default", "monospace");
  private static final Rule SIDE = word("left", "center", "right");
  private static final Rule LEVEL = word("top", "center", "bottom");
  private static final Rule PAINT =
      word("default", "emphasis", "good", "attention", "warning", "accent");
  private static final Rule SPACING =
      word("none", "small", "default", "medium", "large", "extraLarge", "padding");

  static final Rule ELEMENTS = list(0, MOST_ITEMS, later(() -> CardRules.ELEMENT));

  private static final Rule RUN = shape()
      .must("text", TEXT)
      .may("color", COLOUR)
      .may("fontType", FONT)
      .may("size", SIZE)
      .may("weight", WEIGHT)
      .may("isSubtle", bool())
      .may("italic", bool())
      .may("strikethrough", bool())
      .may("underline", bool())
      .may("highlight", bool())
      .may("selectAction", later(() -> ActionRules.SELECT));

  private static final Rule COLUMN = element()
      .may("items", ELEMENTS)
      .may("width", CardRules::width)
      .may("style", PAINT)
      .may("bleed", bool())
      .may("minHeight", pixels())
      .may("verticalContentAlignment", LEVEL)
      .may("selectAction", later(() -> ActionRules.SELECT));

  private static final Rule CELL =
      shape().must("items", ELEMENTS).may("style", PAINT).may("verticalContentAlignment", LEVEL);

  private static final Rule ROW = shape()
      .may("cells", list(0, 20, byType(Map.of("TableCell", CELL))))
      .may("style", PAINT)
      .may("horizontalCellContentAlignment", SIDE)
      .may("verticalCellContentAlignment", LEVEL);

  private static final Rule ELEMENT = byType(Map.ofEntries(
      Map.entry(
          "TextBlock",
          element()
              .must("text", TEXT)
              .may("color", COLOUR)
              .may("fontType", FONT)
              .may("size", SIZE)
              .may("weight", WEIGHT)
              .may("isSubtle", bool())
              .may("wrap", bool())
              .may("maxLines", integer(1, 1000))
              .may("style", word("default", "heading", "columnHeader"))
              .may("horizontalAlignment", SIDE)),
      Map.entry(
          "RichTextBlock",
          element()
              .must("inlines", list(0, MOST_ITEMS, CardRules::inline))
              .may("horizontalAlignment", SIDE)),
      Map.entry(
          "Image",
          element()
              .must("url", CardRules::picture)
              .must("altText", string(1000))
              .may("size", word("auto", "stretch", "small", "medium", "large"))
              .may("style", word("default", "person"))
              .may("width", pixels())
              .may("horizontalAlignment", SIDE)),
      Map.entry(
          "Container",
          element()
              .must("items", ELEMENTS)
              .may("style", PAINT)
              .may("bleed", bool())
              .may("minHeight", pixels())
              .may("verticalContentAlignment", LEVEL)
              .may("selectAction", later(() -> ActionRules.SELECT))),
      Map.entry(
          "ColumnSet",
          element()
              .may("columns", list(0, 20, byType(Map.of("Column", COLUMN))))
              .may("style", PAINT)
              .may("bleed", bool())
              .may("minHeight", pixels())
              .may("horizontalAlignment", SIDE)
              .may("selectAction", later(() -> ActionRules.SELECT))),
      Map.entry(
          "FactSet",
          element()
              .must("facts", list(1, MOST_ITEMS, shape().must("title", TEXT).must("value", TEXT)))),
      Map.entry(
          "Table",
          element()
              .may("columns", list(1, 20, shape().may("width", CardRules::width)))
              .may("rows", list(0, MOST_ITEMS, byType(Map.of("TableRow", ROW))))
              .may("firstRowAsHeader", bool())
              .may("showGridLines", bool())
              .may("gridStyle", PAINT)
              .may("horizontalCellContentAlignment", SIDE)
              .may("verticalCellContentAlignment", LEVEL)),
      Map.entry("ActionSet", element().must("actions", later(() -> ActionRules.ACTIONS))),
      Map.entry(
          "Input.Text",
          input()
              .may("value", TEXT)
              .may("isMultiline", bool())
              .may("maxLength", integer(1, LONGEST))
              .may("regex", string(1000))
              .may("style", word("text", "tel", "url", "email", "password"))
              .and(CardRules::fitsItsLimit)),
      Map.entry(
          "Input.ChoiceSet",
          input()
              .must(
                  "choices",
                  list(1, 100, shape().must("title", string(1000)).must("value", string(1000))))
              .may("value", TEXT)
              .may("isMultiSelect", bool())
              .may("style", word("compact", "expanded", "filtered"))
              .may("wrap", bool())
              .and(CardRules::choosesFromItsChoices)),
      Map.entry("Input.Date", input().may("value", TEXT).may("min", TEXT).may("max", TEXT)),
      Map.entry("Input.Time", input().may("value", TEXT).may("min", TEXT).may("max", TEXT)),
      Map.entry("Input.Number", input().may("value", CardRules::number)),
      Map.entry(
          "Input.Toggle",
          input()
              .must("title", string(1000))
              .may("value", TEXT)
              .may("valueOn", TEXT)
              .may("valueOff", TEXT)
              .may("wrap", bool()))));

  private CardRules() {}

  /** One of these words, in whatever case, as the schema has it. */
  static Rule word(String... words) {
    return (value, at, problems) -> {
      boolean known = value.isTextual()
          && Arrays.stream(words).anyMatch(word -> word.equalsIgnoreCase(value.asText()));
      if (!known) {
        report("must be one of the allowed values: " + String.join(", ", words), at, problems);
      }
    };
  }

  /** What every element and action may have; {@code fallback} is one of its kind, or {@code drop}. */
  static Rule.Shape common(Rule ownKind) {
    return shape()
        .may("id", string(200))
        .may("requires", shapeless())
        .may("fallback", (value, at, problems) -> {
          if (!value.asText("").equals("drop")) {
            ownKind.check(value, at, problems);
          }
        });
  }

  static Rule shapeless() {
    return (value, at, problems) -> {
      if (!value.isObject()) {
        report("must be an object", at, problems);
      }
    };
  }

  private static Rule.Shape element() {
    return common(later(() -> CardRules.ELEMENT))
        .may("isVisible", bool())
        .may("separator", bool())
        .may("spacing", SPACING)
        .may("height", word("auto", "stretch"));
  }

  /** Its {@code label} isn't demanded by Teams, but by those who can't see the card. */
  private static Rule.Shape input() {
    return element()
        .must("id", string(200))
        .must("label", string(1000))
        .may("isRequired", bool())
        .may("errorMessage", string(1000))
        .may("placeholder", TEXT);
  }

  private static void inline(JsonNode inline, String at, List<String> problems) {
    if (!inline.isTextual()) {
      byType(Map.of("TextRun", RUN)).check(inline, at, problems);
    }
  }

  private static void fitsItsLimit(JsonNode input, String at, List<String> problems) {
    demandsWithAMessage(input, at, problems);
    if (Json.text(input, "value").length() > input.path("maxLength").asInt(LONGEST)) {
      report("is longer than its maxLength", at + "/value", problems);
    }
  }

  private static void choosesFromItsChoices(JsonNode input, String at, List<String> problems) {
    demandsWithAMessage(input, at, problems);
    Set<String> offered = new HashSet<>();
    for (JsonNode choice : input.path("choices")) {
      if (!offered.add(Json.text(choice, "value"))) {
        report("two choices have the same value", at + "/choices", problems);
      }
    }
    String value = Json.text(input, "value");
    boolean many = input.path("isMultiSelect").asBoolean(false);
    List<String> chosen =
        value.isEmpty() ? List.of() : many ? List.of(value.split(",", -1)) : List.of(value);
    if (!offered.containsAll(chosen)) {
      report("is none of the choices", at + "/value", problems);
    }
  }

  /** Without a message a reader of the screen hears only that something is wrong. */
  private static void demandsWithAMessage(JsonNode input, String at, List<String> problems) {
    if (input.path("isRequired").asBoolean(false) && !input.hasNonNull("errorMessage")) {
      report("is required and has no errorMessage", at, problems);
    }
  }

  private static void width(JsonNode width, String at, List<String> problems) {
    boolean weight = width.isNumber() || width.asText("").matches("\\d+(px)?");
    if (!weight && !width.asText("").matches("auto|stretch")) {
      report("must be auto, stretch, a number or pixels", at, problems);
    }
  }

  private static Rule pixels() {
    return Rule.pattern("\\d+px", "size in pixels, e.g. 50px");
  }

  private static void number(JsonNode value, String at, List<String> problems) {
    if (!value.isNumber()) {
      report("must be a number", at, problems);
    }
  }

  /** A picture from elsewhere would tell that place who reads the card when. */
  private static void picture(JsonNode url, String at, List<String> problems) {
    if (!url.asText("").matches("(?s)data:image/(png|jpeg|gif);base64,.+")) {
      report("must be a data URI of a picture", at, problems);
    }
  }
}
