package dev.instead.search;

import java.util.List;

/** A probability from a few numbers, learned from examples by Newton's method with a little ridge. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Logistic(double[] weights, double[] means, double[] spreads) {
  private static final double RIDGE = 0.01;
  private static final int ROUNDS = 30;

  /** What was seen, whether it was so, and how much it counts. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(double[] signs, boolean so, double weight) {}

  static Logistic fit(List<Seen> seen) {
    int n = seen.get(0).signs().length;
    double[] means = new double[n];
    double[] spreads = new double[n];
    double total = seen.stream().mapToDouble(Seen::weight).sum();
    for (int i = 0; i < n; i++) {
      int sign = i;
      means[i] = seen.stream().mapToDouble(s -> s.weight() * s.signs()[sign]).sum() / total;
      double mean = means[i];
      double square = seen.stream()
          .mapToDouble(s -> s.weight() * Math.pow(s.signs()[sign] - mean, 2))
          .sum();
      spreads[i] = Math.max(1e-6, Math.sqrt(square / total));
    }
    Logistic fitted = new Logistic(new double[n + 1], means, spreads);
    for (int round = 0; round < ROUNDS; round++) {
      fitted.improve(seen, total);
    }
    return fitted;
  }

  double probability(double[] signs) {
    return 1 / (1 + Math.exp(-sum(scaled(signs))));
  }

  private void improve(List<Seen> seen, double total) {
    int n = weights.length;
    double[][] curve = new double[n][n + 1];
    for (Seen one : seen) {
      double[] x = scaled(one.signs());
      double p = 1 / (1 + Math.exp(-sum(x)));
      double share = one.weight() / total;
      for (int i = 0; i < n; i++) {
        curve[i][n] += share * ((one.so() ? 1 : 0) - p) * x[i];
        for (int j = 0; j < n; j++) {
          curve[i][j] += share * Math.max(1e-6, p * (1 - p)) * x[i] * x[j];
        }
      }
    }
    for (int i = 1; i < n; i++) {
      curve[i][i] += RIDGE;
      curve[i][n] -= RIDGE * weights[i];
    }
    double[] step = solved(curve);
    for (int i = 0; i < n; i++) {
      weights[i] += Math.max(-2, Math.min(2, step[i]));
    }
  }

  private double[] scaled(double[] signs) {
    double[] x = new double[weights.length];
    x[0] = 1;
    for (int i = 1; i < x.length; i++) {
      x[i] = (signs[i - 1] - means[i - 1]) / spreads[i - 1];
    }
    return x;
  }

  private double sum(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += weights[i] * x[i];
    }
    return sum;
  }

  /** Gauss's elimination; the last column is the right side. */
  private static double[] solved(double[][] rows) {
    int n = rows.length;
    for (int i = 0; i < n; i++) {
      int best = i;
      for (int r = i + 1; r < n; r++) {
        best = Math.abs(rows[r][i]) > Math.abs(rows[best][i]) ? r : best;
      }
      double[] row = rows[best];
      rows[best] = rows[i];
      rows[i] = row;
      for (int r = 0; r < n; r++) {
        if (r != i) {
          double times = rows[r][i] / row[i];
          for (int c = i; c <= n; c++) {
            rows[r][c] -= times * row[c];
          }
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = rows[i][n] / rows[i][i];
    }
    return solution;
  }
}
