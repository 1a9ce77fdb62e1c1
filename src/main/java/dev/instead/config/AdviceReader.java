package dev.instead.config;

import dev.instead.policy.Advice;
import dev.instead.policy.LocalText;
import dev.instead.policy.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code dont}, {@code do} and {@code why}, which stand together wherever the policy gives advice. */
final class AdviceReader {
  private static final String ADD_DO = "Add what people should do instead.";
  private final Languages languages;

  AdviceReader(Languages languages) {
    this.languages = languages;
  }

  Advice read(Section section) {
    return read(
        section,
        () -> languages.require(
            section, "why", Limits.TEXT, "Add the reason: people follow what they understand."));
  }

  /** What replaces other advice, and keeps its reason unless it gives one. */
  Advice replacing(Section section, Advice own) {
    return read(section, () -> languages.optional(section, "why", Limits.TEXT).orElse(own.why()));
  }

  private Advice read(Section section, Supplier<LocalText> reason) {
    Optional<LocalText> dont = languages.optional(section, "dont", Limits.TEXT);
    LocalText why = reason.get();
    Optional<Section> instead = instead(section);
    Optional<LocalText> text =
        instead.flatMap(found -> languages.optional(found, "text", Limits.TEXT));
    List<ResourceId> resources =
        instead.map(found -> resources(found, "resources")).orElse(List.of());
    instead.ifPresent(found -> {
      found.close();
      boolean empty = !found.has("text") && resources.isEmpty() && listIsEmpty(found);
      if (empty) {
        missingDo(section);
      }
    });
    return new Advice(dont, text, why, resources);
  }

  private static boolean listIsEmpty(Section instead) {
    return instead
        .get("resources")
        .map(list -> list.isList() && list.items().isEmpty())
        .orElse(true);
  }

  private Optional<Section> instead(Section section) {
    Optional<Entry> entry = section.get("do");
    if (!section.has("do")) {
      missingDo(section);
    }
    return entry.flatMap(Entry::section);
  }

  private static void missingDo(Section section) {
    section.wrong("do", section.has("dont") ? "has a don't but no do" : "has no do", ADD_DO);
  }

  static List<ResourceId> resources(Section section, String key) {
    return section.list(key).stream()
        .map(item -> item.text(Section.ID, Section.ID_FORM).orElse("?"))
        .map(ResourceId::new)
        .toList();
  }
}
