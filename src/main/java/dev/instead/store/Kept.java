package dev.instead.store;

import java.util.List;

/**
 * Where the store keeps something of a person, and how it is told and erased.
 *
 * @param name as the export and {@code docs/privacy.md} call it
 * @param why what it is for
 * @param until when it goes by itself
 * @param look finds it by the person's number in the store
 */
record Kept(String name, String why, String until, String look) {
  private static final String REPORTS_END =
      "the end of the case and retention.reports (questions: retention.questions)";

  /** Everything that is found by the person. */
  static final List<Kept> ALL = List.of(
      new Kept(
          "account",
          "to know the person again",
          "nothing else of theirs is kept",
          "SELECT platform, workspace, remote_id, name FROM person WHERE id = ?"),
      new Kept(
          "reports and questions",
          "for the team to act on, and to tell the person what became of it",
          REPORTS_END,
          """
          SELECT r.id, r.case_number, r.text, r.language, r.at, r.joined, r.withdrawn, c.kind, c.situation, c.team, c.stage, c.restricted,
            c.link_url, c.link_key
          FROM report r JOIN cases c ON c.number = r.case_number WHERE r.person = ? ORDER BY r.at, r.id
          """),
      new Kept(
          "notes",
          "what they added, answered or asked about a case",
          REPORTS_END,
          "SELECT id, case_number, kind, report, text, at FROM note WHERE person = ? ORDER BY at, id"),
      new Kept(
          "cases in their hands", "who has it, or ended it and with which words", REPORTS_END, """
          SELECT number, kind, situation, team, stage, stage_at, outcome, outcome_text FROM cases WHERE stage_by = ? ORDER BY stage_at, number
          """),
      new Kept(
          "what they did",
          "the record of each case",
          "the record stays, and forgets who after " + REPORTS_END,
          "SELECT case_number, at, kind, detail FROM event WHERE person = ? ORDER BY seq"),
      new Kept(
          "messages to them",
          "to deliver each once, and to keep it up to date",
          REPORTS_END + "; news after retention.reports",
          """
          SELECT id, case_number, kind, subject, report, detail, wanted_at, state, remote_conversation, remote_id, error
          FROM message WHERE person = ? ORDER BY seq
          """),
      new Kept(
          "address on Teams",
          "without it the person can't be told anything",
          "the app is removed for them and nothing else of theirs is kept",
          "SELECT remote_id, language, service, chat, reachable FROM acquaintance WHERE person = ?"),
      new Kept(
          "digests of e-mail addresses",
          "to know the person on both platforms; no address can be read from them",
          "nothing else of theirs is kept, or INSTEAD_LINK_PEOPLE_BY_EMAIL=no",
          "SELECT digest FROM mailbox WHERE person = ?"),
      new Kept(
          "their other account",
          "so that both count as one person",
          "nothing else of theirs is kept, or INSTEAD_LINK_PEOPLE_BY_EMAIL=no",
          """
          SELECT o.platform, o.workspace, o.remote_id FROM same_person s JOIN person o ON o.id = s.other WHERE s.person = ?
          """),
      new Kept(
          "proposals for the policy file",
          "for its owner to apply or drop",
          "retention.proposals after that",
          """
          SELECT id, at, kind, about, file, policy_version, diff, state, settled_at FROM proposal WHERE person = ? ORDER BY at, id
          """),
      new Kept(
          "proposals that they dropped",
          "so that the policy's owners know who did",
          "retention.proposals after that",
          "SELECT id, kind, about, settled_at FROM proposal WHERE settled_by = ? ORDER BY settled_at, id"));
}
