package dev.instead.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instead.report.CaseEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void every_notice_has_a_sample() {
    assertEquals(
        subtypes(Notice.class),
        names(NoticeSamples.all().stream().map(NoticeSamples.Sample::notice)));
  }

  @Test
  void every_form_has_a_sample() {
    assertEquals(
        subtypes(Form.class), names(FormSamples.all().stream().map(FormSamples.Sample::form)));
  }

  @Test
  void the_timeline_has_every_event() {
    Form.Timeline timeline = FormSamples.all().stream()
        .map(FormSamples.Sample::form)
        .filter(Form.Timeline.class::isInstance)
        .map(Form.Timeline.class::cast)
        .findFirst()
        .orElseThrow();
    assertEquals(
        subtypes(CaseEvent.What.class), names(timeline.events().stream().map(CaseEvent::what)));
  }

  private static Set<String> subtypes(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Stream<?> values) {
    return values
        .map(value -> value.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
