package dev.instead.parity;

import java.util.List;
import java.util.Map;

/**
 * What people do and see in their chat client, whichever it is. Whatever is looked for is waited for, and only what came since
 * {@link #begins} counts. Buttons and fields have the same names everywhere.
 */
interface Client {
  /** The platform's name as people say it. */
  String platform();

  /** A new use case begins: what is on the screens is old from now on. */
  void begins();

  /** How people went about it since {@link #begins}, in the platform's own idioms, for the page. */
  List<String> ways();

  // ---- what people do

  /** Reports in one line, without a form. */
  void reports(Colleague who, String words);

  /** The same where it is only the beginning, and the report is new; gives its number once its receipt has come to stay. */
  String files(Colleague who, String words);

  void opensReportForm(Colleague who);

  /** Chooses a situation in the open report form, without sending it. */
  void choosesSituation(Colleague who, String situation);

  /** Takes a message that {@code author} wrote in a channel along into the form. */
  void reportsMessage(Colleague who, Colleague author, Room room, String words);

  void asks(Colleague who, String question);

  void opensQuestionForm(Colleague who);

  /** Opens what can be read without asking. */
  void opensTopics(Colleague who);

  /** Opens one of the subjects that can be read by themselves. */
  void opensSubject(Colleague who, String words);

  /** Searches for words in the search that is open. */
  void searches(Colleague who, String words);

  /** Presses the first button of the open window whose words begin so. */
  void pressesLabel(Colleague who, String words);

  /** Asks about a message, such as one's own draft. */
  void asksAboutMessage(Colleague who, Colleague author, Room room, String words);

  /** Writes to the bot alone. */
  void writes(Colleague who, String words);

  /** Writes in a channel, and mentions the bot. */
  void mentions(Colleague who, Room room, String words);

  /** Writes below a message of the bot. */
  void answers(Colleague who, Seen message, String words);

  void opensOwnReports(Colleague who);

  void presses(Colleague who, Seen message, String button);

  /** Presses a button and makes it carry another value than it has, as a changed client could. */
  void forges(Colleague who, Seen message, String button, String value);

  void pressesInWindow(Colleague who, String button);

  void sends(Colleague who, Map<String, String> fields);

  void closes(Colleague who);

  /** What was done last reaches the bot once more. */
  void repeats();

  /** Keeps what was done last, so that it can reach the bot once more later on. */
  Runnable keepsForLater();

  // ---- what people see

  /** The card of a case in a team's channel, once it says this. */
  Seen card(Room room, String number, String words);

  /** All cards of a case in a channel, as they are now. */
  List<Seen> cards(Room room, String number);

  /** Something that the bot wrote in a channel. */
  Seen reads(Room room, String words);

  /** All that the bot wrote in a channel, as it is now. */
  List<Seen> allIn(Room room);

  /** Something that the bot told this person and nobody else. */
  Seen hears(Colleague who, String words);

  /** The answer to a mention in a channel, wherever the platform shows it. */
  Seen isAnswered(Colleague who, Room room, String words);

  /** All that the bot told this person alone, as it is now. */
  List<Seen> allToldTo(Colleague who);

  /** What stays in a person's conversation with the bot. */
  Seen keeps(Colleague who, String words);

  /** The form or page that is open for a person, once it says this. */
  Seen window(Colleague who, String words);

  /** The person's own reports, once they say this. */
  Seen ownReports(Colleague who, String words);

  /** The window is closed, and nothing was wrong. */
  void isDone(Colleague who);

  /** The window is open still, and says what has to be put right. */
  Seen objection(Colleague who, String words);

  // ---- what happens to the platform

  /** It takes nothing that the bot sends. */
  void goesDown();

  void comesBack();

  /** The next message that the bot posts is taken, and the bot hears nothing of it. */
  void losesNextAnswer();

  /** The bot can't write in this channel any more. */
  void closesRoom(Room room);

  void opensRoom(Room room);
}
