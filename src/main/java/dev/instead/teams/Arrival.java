package dev.instead.teams;

import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;

/**
 * An activity that surely came from Microsoft for this bot, by way of an allowed host, from an allowed tenant.
 *
 * @param identity what its token says, for botbuilder
 */
public record Arrival(Activity activity, ClaimsIdentity identity) {
  /** The request's attribute that carries it from the check to the servlet. */
  public static final String ATTRIBUTE = "dev.instead.teams.arrival";

  /** Hides what people wrote. */
  @Override
  public String toString() {
    return "Arrival[" + activity.getType() + "]";
  }
}
