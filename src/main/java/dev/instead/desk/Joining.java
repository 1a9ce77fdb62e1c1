package dev.instead.desk;

import dev.instead.notice.Wanted;
import dev.instead.report.CaseEvent;
import dev.instead.report.Report;
import java.util.List;

/** One more report of a post that has an open case. Joins don't compete: thousands may come in a minute, in any order. */
public record Joining(
    Report report, CaseEvent event, List<Wanted> wanted, Delivery delivery, String answer) {}
