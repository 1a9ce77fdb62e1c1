package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Notice;

/** What opens when somebody asks for a form: the form, or the reason why not. */
public sealed interface Opening {
  record Show(Form form) implements Opening {}

  record Say(Notice notice) implements Opening {}
}
