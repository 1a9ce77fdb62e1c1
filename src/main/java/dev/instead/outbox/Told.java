package dev.instead.outbox;

import dev.instead.notice.Notice;
import java.util.Locale;

/** What a message says now, and in which language. */
public record Told(Notice notice, Locale language) {}
