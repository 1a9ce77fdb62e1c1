package dev.instead.slack;

/**
 * The names of everything on Slack that people can press, choose or send. They live on in messages already posted, so they never change.
 */
final class Actions {
  // Buttons of the team's card; value: the case's number.
  static final String TAKE = "case.take";
  static final String DISMISS = "case.dismiss";
  static final String REOPEN = "case.reopen";
  static final String USE_REPLY = "case.replies";
  static final String ASK_REPORTER = "case.ask";
  static final String REPLY = "case.reply";
  static final String RESOLVE = "case.resolve";
  static final String TIMELINE = "case.timeline";
  static final String REPORTS = "case.reports";

  /** The overflow menu; an option's value: what, and the number. */
  static final String MORE = "case.more";

  static final String HAND_OVER = "case.hand_over";
  static final String SEVERITY = "case.severity";
  static final String MERGE = "case.merge";
  static final String RELEASE = "case.release";

  /** In the form of approved replies; value: the number and the reply's id. */
  static final String PICK_REPLY = "case.pick_reply";

  // Buttons of a reporter; value: the report's id, before it the note's for an answer.
  static final String ADD_DETAILS = "report.details";
  static final String WITHDRAW = "report.withdraw";
  static final String NOT_SOLVED = "report.not_solved";
  static final String ANSWER_TEAM = "report.answer";

  // Buttons about answers; value: the question, before it the rule's id where one is meant.
  static final String NOT_MINE = "answer.not_mine";
  static final String UNCLEAR_RULE = "answer.unclear";
  static final String SHOW_ANSWER = "answer.show";
  static final String SEND_ON = "answer.send_on";

  /** Value: the rule's id, the account's word, the question. */
  static final String ON_ACCOUNT = "answer.account";

  // To the owners of texts and links; value: the code of what it is about, or how many were shown.
  // The form has the same name as the button that opens it.
  static final String REVIEW_HOLDS = "review.holds";
  static final String REVIEW_CHANGE = "review.change";
  static final String REVIEW_RETIRE = "review.retire";
  static final String REVIEW_MORE = "review.more";

  /** On the card of a question that was answered, and the form that it opens; value: the case's number. */
  static final String ENTRY = "case.entry";

  // What the policy's owner presses; value: the newest of the group.
  static final String ADD_EXAMPLE = "asked.example";
  static final String DISMISS_GROUP = "asked.dismiss";

  /** Value: the proposal's id. */
  static final String DROP_PROPOSAL = "proposal.drop";

  // The home, help, and messages with a link in them.
  static final String OPEN_REPORT = "open.report";
  static final String OPEN_ASK = "open.ask";

  /** A button that leads to a web page; Slack tells of the press all the same. */
  static final String LINK = "link";

  /** Opens a place to read or search in; value: a bookmark. */
  static final String BROWSE = "browse.open";

  /** Opens an entry; value: the rule's id, and the bookmark to come back to. */
  static final String READ = "browse.entry";

  /** The form of a search. */
  static final String SEARCH = "browse.search";

  // The report's form.
  static final String FILE = "report.file";
  static final String LINK_FIELD = "link_field";
  static final String SITUATION_FIELD = "situation_field";

  /** The one text field that most forms have. */
  static final String TEXT_FIELD = "text_field";

  /** A day to choose. */
  static final String DAY_FIELD = "day_field";

  /** The one menu that most forms of a case have. */
  static final String CHOICE_FIELD = "choice_field";

  /** The form for a question. */
  static final String ASK_POLICY = "answer.ask";

  /** In the form for a question: that it is a draft. */
  static final String DRAFT = "draft";

  static final String QUESTION = "question";

  /** A window that only tells something. */
  static final String CLOSING = "closing";

  private Actions() {}
}
