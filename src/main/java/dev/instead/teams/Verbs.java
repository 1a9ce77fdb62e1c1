package dev.instead.teams;

/**
 * The names of everything on Teams that people can press or send. They live on in messages already posted, so they never change.
 *
 * <p>A button's data is {@code {"verb": …, "value": …}}. One that acts at once is an Action.Execute of that verb, with an Action.Submit
 * of the same data as its fallback; one that opens a dialog is an Action.Submit whose data also has {@code "msteams": {"type":
 * "task/fetch"}}. A dialog's own button is an Action.Submit with {@code {"verb": the form, "value": …, "op": …}} and the fields beside
 * it; {@code op} names this filling-in of the form, because Teams may repeat what it sends under a new id. For the same reason a button
 * that changes a case has {@code "turn"}: the case's when it was drawn.
 *
 * <p>A notice that closes a dialog has its buttons as plain Action.Submit of {@code {"verb": …, "value": …}}, which Teams sends as
 * task/submit: inside a dialog it knows no other.
 */
final class Verbs {
  // Act on a case; value: the case's number.
  static final String TAKE = "case.take";
  static final String DISMISS = "case.dismiss";
  static final String REOPEN = "case.reopen";
  static final String RELEASE = "case.release";

  /** In the dialog of approved replies; value: the number, a space and the reply's id. */
  static final String PICK_REPLY = "case.pick_reply";

  // Open a dialog about a case; value: the number. Sent back by the dialog under the same verb.
  static final String USE_REPLY = "case.replies";
  static final String ASK_REPORTER = "case.ask";
  static final String REPLY = "case.reply";
  static final String RESOLVE = "case.resolve";
  static final String TIMELINE = "case.timeline";
  static final String REPORTS = "case.reports";
  static final String HAND_OVER = "case.hand_over";
  static final String SEVERITY = "case.severity";
  static final String MERGE = "case.merge";

  // A reporter's; value: the report's id, before it the note's and a space for an answer.
  static final String WITHDRAW = "report.withdraw";
  static final String NOT_SOLVED = "report.not_solved";
  static final String ADD_DETAILS = "report.details";
  static final String ANSWER_TEAM = "report.answer";

  // About answers; value: the question, before it the rule's id and a space where one is meant.
  static final String NOT_MINE = "answer.not_mine";
  static final String UNCLEAR_RULE = "answer.unclear";
  static final String SHOW_ANSWER = "answer.show";
  static final String SEND_ON = "answer.send_on";

  /** Value: the rule's id, the account's word and the question, with spaces between. */
  static final String ON_ACCOUNT = "answer.account";

  // Open a dialog about something that its owner keeps right; value: its code. Sent back by the
  // dialog under the same verb.
  static final String REVIEW_HOLDS = "review.holds";
  static final String REVIEW_CHANGE = "review.change";

  /** Propose to take it away; value: its code. */
  static final String REVIEW_RETIRE = "review.retire";

  /** Show the rest of what is due; value: how many were shown. */
  static final String REVIEW_MORE = "review.more";

  /** On the card of a question that was answered, and the dialog that it opens; value: the case's number. */
  static final String ENTRY = "case.entry";

  // What the policy's owner presses; value: the newest of the group.
  static final String ADD_EXAMPLE = "asked.example";
  static final String DISMISS_GROUP = "asked.dismiss";

  /** Value: the proposal's id. */
  static final String DROP_PROPOSAL = "proposal.drop";

  /** Show what people asked; value: nothing. For the policy's owner. */
  static final String ASKED = "open.asked";

  /** Open the report's dialog; value: what is known already, a link first. */
  static final String OPEN_REPORT = "open.report";

  /** Open the dialog for a question; value: nothing. */
  static final String OPEN_ASK = "open.ask";

  /** Open a dialog to read or search in; value: a bookmark. */
  static final String BROWSE = "browse.open";

  /** Show an entry; value: the rule's id, and the bookmark to come back to. */
  static final String READ = "browse.entry";

  /** What the dialog of a search sends. */
  static final String SEARCH = "browse.search";

  /** Show the person's own reports at once; value: nothing. */
  static final String MY_REPORTS = "open.reports";

  // What the dialogs of a report and of a question send.
  static final String FILE = "report.file";
  static final String ASK_POLICY = "answer.ask";

  /** Chosen in the dialog of a question: that it is a draft. */
  static final String DRAFT = "draft";

  static final String QUESTION = "question";

  /** In the report's dialog: another situation was chosen, show whom to call first where there is danger. */
  static final String SITUATION_CHOSEN = "report.situation";

  // Fields.
  static final String LINK_FIELD = "link_field";
  static final String SITUATION_FIELD = "situation_field";

  /** The one text field that most forms have. */
  static final String TEXT_FIELD = "text_field";

  /** A day to choose. */
  static final String DAY_FIELD = "day_field";

  /** The one choice that most forms of a case have. */
  static final String CHOICE_FIELD = "choice_field";

  /** A long question, whole and once in its card; read with {@link Asked#of}. */
  static final String QUESTION_FIELD = "question_field";

  // Keys of a button's data.
  static final String VERB = "verb";
  static final String VALUE = "value";
  static final String OP = "op";

  /** In a button that a dialog shows without asking for anything: names this showing, as {@link #OP} names a filling-in. */
  static final String ONCE = "once";

  /** In a button that changes a case: the case's turn when it was drawn. Buttons from before that was told have none. */
  static final String TURN = "turn";

  // Commands of the message extension.
  static final String REPORT_COMMAND = "report";
  static final String ASK_COMMAND = "ask";
  static final String BROWSE_COMMAND = "browse";

  private Verbs() {}
}
