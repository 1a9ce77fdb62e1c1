package dev.instead.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.instead.desk.Delivery;
import dev.instead.people.Channel;
import dev.instead.people.Person;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody pressed a button, or sent a form with it. All but {@code person} is from the client: it names things, it proves nothing.
 *
 * @param value what the button carries
 * @param op names this filling-in of a form; empty for a button that is no form's
 * @param card the message that was pressed on
 */
record Press(
    Person person,
    String verb,
    String value,
    Fields fields,
    Optional<String> op,
    Delivery delivery,
    Optional<Card> card) {
  private static final int LONGEST_VERB = 64;
  private static final Pattern NAMED_ONCE = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /** What these bring about isn't a state that a second press would find: each opens a case of its own. */
  private static final Set<String> OPENS_A_CASE = Set.of(Verbs.SEND_ON, Verbs.UNCLEAR_RULE);

  /** A message with buttons. */
  record Card(Channel channel, String id) {}

  /** Empty when the data names no verb, or comes from nobody in particular. */
  static Optional<Press> of(Incoming incoming, JsonNode data) {
    return Incoming.text(data.get(Verbs.VERB))
        .filter(verb -> verb.length() <= LONGEST_VERB)
        .flatMap(verb -> incoming.person().map(person -> of(incoming, data, verb, person)));
  }

  private static Press of(Incoming incoming, JsonNode data, String verb, Person person) {
    String value = Incoming.text(data.get(Verbs.VALUE)).orElse("");
    Fields fields = Fields.of(data);
    Optional<String> op = Incoming.text(data.get(Verbs.OP)).filter(id -> !id.isEmpty());
    String[] sent = {person.id(), verb, value, fields.values().toString()};
    String teams = "teams:" + incoming.tenant();
    OptionalInt turn = turn(data);
    // Teams may repeat an invoke under a new id, so a form goes by its own, and a card's button by
    // what it is pressed for.
    Delivery delivery = named(op)
        .map(id -> Delivery.of(teams + ":form:" + id, sent))
        .or(() -> named(Incoming.text(data.get(Verbs.ONCE)))
            .map(id -> Delivery.of(teams + ":dialog:" + id, sent)))
        .or(() -> incoming
            .repliesTo()
            .filter(card -> OPENS_A_CASE.contains(verb))
            .map(card ->
                Delivery.of(teams + ":card:" + incoming.place().conversation() + ":" + card, sent)))
        .or(() -> turn.stream().mapToObj(drawn -> inTurn(incoming, drawn, sent)).findFirst())
        .orElseGet(() -> incoming.delivery(sent));
    return new Press(
        person,
        verb,
        value,
        fields,
        op,
        turn.isPresent() ? delivery.drawnIn(turn.getAsInt()) : delivery,
        card(incoming));
  }

  /** One person, one button, one turn of the case: in the next turn the same button is another. */
  private static Delivery inTurn(Incoming incoming, int turn, String... sent) {
    String card = incoming.place().conversation() + ":" + incoming.repliesTo().orElse("");
    return Delivery.of("teams:" + incoming.tenant() + ":press:" + card + ":" + turn, sent);
  }

  private static OptionalInt turn(JsonNode data) {
    JsonNode turn = data.path(Verbs.TURN);
    return turn.isInt() && turn.intValue() >= 0
        ? OptionalInt.of(turn.intValue())
        : OptionalInt.empty();
  }

  /** The first word of the value, and the rest. */
  String[] words() {
    return value.split(" ", 2);
  }

  /** A form that was filled in, rather than a button that opens one, or one of several in it. */
  boolean isForm() {
    return op.isPresent() && !verb.equals(Verbs.PICK_REPLY);
  }

  private static Optional<String> named(Optional<String> id) {
    return id.filter(name -> NAMED_ONCE.matcher(name).matches());
  }

  private static Optional<Card> card(Incoming incoming) {
    return incoming.repliesTo().map(id -> new Card(incoming.place().channel(), id));
  }
}
