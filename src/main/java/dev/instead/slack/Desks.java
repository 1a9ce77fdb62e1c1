package dev.instead.slack;

import dev.instead.desk.AnswerDesk;
import dev.instead.desk.CaseDesk;
import dev.instead.desk.HomeDesk;
import dev.instead.desk.Readers;
import dev.instead.desk.ReportDesk;

/** The use cases that Slack's requests lead to. */
public record Desks(
    ReportDesk reports,
    CaseDesk cases,
    dev.instead.desk.CaseForms forms,
    AnswerDesk answers,
    HomeDesk homes,
    Readers readers) {}
