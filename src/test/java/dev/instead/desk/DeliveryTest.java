package dev.instead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final Delivery event = Delivery.of("slack:T0:event:Ev1", "U0DEWI");

  @Test
  void a_mark_tells_deliveries_apart_even_when_one_person_sent_them() {
    assertEquals(event.mark(), Delivery.of("slack:T0:event:Ev1", "U0DEWI").mark());
    assertNotEquals(event.mark(), Delivery.of("slack:T0:event:Ev2", "U0DEWI").mark());
  }

  @Test
  void no_part_of_what_was_sent_is_in_a_mark() {
    for (String part : event.key().split(":", -1)) {
      assertFalse(event.mark().contains(part), part);
    }
  }
}
