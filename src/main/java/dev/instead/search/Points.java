package dev.instead.search;

import java.util.List;

/** Arithmetic with points. */
final class Points {
  private Points() {}

  /** The same direction, at length one; the origin stays. */
  static float[] unit(float[] point) {
    double length = Math.sqrt(dot(point, point));
    float[] unit = new float[point.length];
    for (int i = 0; length > 0 && i < point.length; i++) {
      unit[i] = (float) (point[i] / length);
    }
    return unit;
  }

  static double dot(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  static float[] minus(float[] point, float[] other) {
    float[] difference = new float[point.length];
    for (int i = 0; i < point.length; i++) {
      difference[i] = point[i] - other[i];
    }
    return difference;
  }

  static float[] mean(List<float[]> points) {
    float[] mean = new float[points.isEmpty() ? 0 : points.get(0).length];
    for (float[] point : points) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += point[i] / points.size();
      }
    }
    return mean;
  }
}
