package dev.instead.search;

import dev.instead.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class TuningBed {
  public static void main(String[] a) throws Exception {
    Policy whole = ColdStart.example();
    Tally[] t = new Tally[8];
    for (int i = 0; i < 8; i++) t[i] = new Tally();
    for (int seed = Integer.parseInt(a[0]); seed <= Integer.parseInt(a[1]); seed++) {
      Shaped s = Shaped.of(whole, seed);
      MeaningMatcher m = new MeaningMatcher(true, Optional.of(Path.of("/tmp/wt/ans-vec")));
      m.prepare(s.policy());
      if (a.length < 3) m.warm(s.policy());
      for (int k = 0; k < 3; k++) {
        List<AnswerBenchmarks.Question> qs = k == 0 ? s.questions() : k == 1 ? s.neighbours() : AnswerBenchmarks.questions("outside.tsv");
        for (var q : qs) {
          var v = AnswerBenchmarks.verdict(m.weigh(s.policy(), q.text(), q.language()));
          int at = (q.language().getLanguage().equals("en") ? 0 : 1) + (k == 1 ? 2 : 0);
          t[at].add(q.gold(), v);
          if (a.length > 3 && v.outcome() == Judge.Outcome.ANSWER && !q.gold().contains(v.near().get(0).entry()) && k != 1) System.out.println(q.language() + "\t" + q.text() + "\t" + q.gold() + "\t" + v.near().get(0).entry());
        }
      }
    }
    System.out.print(t[0].intervals("en") + t[1].intervals("id") + t[2].intervals("neighbours en") + t[3].intervals("neighbours id"));
    System.exit(0);
  }
}
