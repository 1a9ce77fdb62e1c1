package dev.instead.notice;

/**
 * The messages that the bot keeps in chat. Smaller {@link #urgency} goes first when a platform limits the pace: danger, new team cards,
 * outcomes, card edits, receipts that repeat what was already answered, homes.
 */
public enum MessageKind {
  /** Danger that can't be stored, told directly; never in the store itself. */
  ALARM("alarm", 0, false),
  /** The team's card of a case, edited in place for its whole life. */
  TEAM_CARD("team_card", 1, true),
  /** What a reporter or the team wrote, in the thread of the card. */
  TEAM_NOTE("team_note", 2, false),
  /** A second card of the same case that a lost answer left behind; edited once, to say where the real one is. */
  STRAY_CARD("stray_card", 3, false),
  /** "Thanks, Social Care has it", repeating the answer to the report. */
  RECEIPT("receipt", 5, true),
  /** "Ana is on it." */
  PICKED_UP("picked_up", 4, false),
  /** How it ended. */
  OUTCOME("outcome", 2, false),
  /** "It has been opened again." */
  REOPENED("reopened", 4, false),
  /** The team's question or message to a reporter. */
  RELAY("relay", 2, false),
  /** A person's App Home. */
  HOME("home", 6, true),
  /** To an owner of links: a page is dead, or alive again. */
  LINK_NEWS("link_news", 3, false),
  /** To an owner of texts and links, once a week: what is to be read again. */
  REVIEW_LIST("review_list", 4, false),
  /** To the policy owner: the file is broken, or well again. */
  POLICY_NEWS("policy_news", 2, false),
  /** To the administrators: a message could not be delivered. */
  UNDELIVERED("undelivered", 2, false);

  /** Less urgent messages only repeat or decorate what was already said; they go when there is room. */
  public static final int LEAST_URGENT_IN_A_HURRY = 4;

  public static final int LEAST_URGENT = 9;

  private final String code;
  private final int urgency;
  private final boolean edited;

  MessageKind(String code, int urgency, boolean edited) {
    this.code = code;
    this.urgency = urgency;
    this.edited = edited;
  }

  /** As the store writes it; never changed. */
  public String code() {
    return code;
  }

  public int urgency() {
    return urgency;
  }

  /** Whether it is one picture that follows its case, or said once. */
  public boolean edited() {
    return edited;
  }

  public static MessageKind ofCode(String code) {
    for (MessageKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of message is called \"" + code + "\"");
  }
}
