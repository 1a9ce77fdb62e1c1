package dev.instead.slack;

import dev.instead.desk.AnswerDesk;
import dev.instead.desk.CaseDesk;
import dev.instead.desk.CaseForms;
import dev.instead.desk.HomeDesk;
import dev.instead.desk.Readers;
import dev.instead.desk.ReportDesk;
import dev.instead.people.Workspaces;
import dev.instead.policy.PolicyBook;

/** The use cases that Slack's requests reach. */
public record SlackDesks(
    ReportDesk reports,
    CaseDesk cases,
    CaseForms forms,
    AnswerDesk answers,
    HomeDesk homes,
    Readers readers,
    PolicyBook policies,
    Workspaces workspaces) {}
