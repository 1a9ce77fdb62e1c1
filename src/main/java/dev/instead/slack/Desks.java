package dev.instead.slack;

import dev.instead.desk.AnswerDesk;
import dev.instead.desk.CaseDesk;
import dev.instead.desk.HomeDesk;
import dev.instead.desk.Readers;
import dev.instead.desk.ReportDesk;
import dev.instead.desk.ThreadDesk;

/** The use cases that Slack's requests lead to. */
public record Desks(
    ReportDesk reports,
    CaseDesk cases,
    dev.instead.desk.CaseForms forms,
    AnswerDesk answers,
    ThreadDesk threads,
    HomeDesk homes,
    Readers readers) {}
