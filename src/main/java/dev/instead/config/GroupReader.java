package dev.instead.config;

import dev.instead.policy.GroupId;
import dev.instead.policy.Groups;
import dev.instead.policy.LocalText;
import dev.instead.policy.RuleId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the subjects under which answers are read, and where each answer stands. */
final class GroupReader {
  private final Languages languages;
  private final Map<RuleId, GroupId> byAnswer = new LinkedHashMap<>();

  GroupReader(Languages languages) {
    this.languages = languages;
  }

  /** Where one answer stands; that it may stand nowhere is no mistake. */
  void place(RuleId answer, Section section) {
    section
        .get("group")
        .flatMap(entry -> entry.text(Section.ID, Section.ID_FORM))
        .ifPresent(id -> byAnswer.put(answer, new GroupId(id)));
  }

  /** All of them; ask once the answers are read. */
  Groups read(Section policy) {
    Map<GroupId, LocalText> titles = new LinkedHashMap<>();
    policy.section("groups").ifPresent(section -> {
      section
          .ids()
          .forEach(id -> titles.put(new GroupId(id), languages.require(section, id, Limits.TITLE)));
      section.close();
      if (titles.size() > Limits.GROUPS) {
        section.wrong(
            "has " + titles.size() + " groups, but there is room for " + Limits.GROUPS,
            "Join some.");
      }
    });
    return new Groups(titles, byAnswer);
  }
}
