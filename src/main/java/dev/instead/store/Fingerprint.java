package dev.instead.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, whatever the order: how many rows, and the sum of their SHA-256 digests. Two tables with the same one have the same
 * rows.
 */
record Fingerprint(long rows, BigInteger sum) {
  /** A column's value as both databases have it. */
  static @Nullable Object value(ResultSet row, String column) throws SQLException {
    Object value = row.getObject(column);
    // The one character that PostgreSQL can't keep; see Statements.
    return value instanceof String text ? text.replace('\0', '\uFFFD') : value;
  }

  /** Adds up one table. */
  static final class Sum {
    private static final BigInteger ROOM = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest = sha256();
    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    void add(List<String> columns, ResultSet row) throws SQLException {
      for (String column : columns) {
        add(column);
        add(written(value(row, column)));
      }
      rows++;
      sum = sum.add(new BigInteger(1, digest.digest())).mod(ROOM);
    }

    Fingerprint total() {
      return new Fingerprint(rows, sum);
    }

    /** With its length before it, so that no two rows look alike. */
    private void add(String text) {
      byte[] bytes = text.getBytes(UTF_8);
      digest.update((bytes.length + ":").getBytes(UTF_8));
      digest.update(bytes);
    }

    private static String written(@Nullable Object value) {
      if (value == null) {
        return "nothing";
      }
      if (value instanceof Double number) {
        return "real " + number;
      }
      return value instanceof Number number ? "whole " + number.longValue() : "text " + value;
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new AssertionError("Every Java has SHA-256", impossible);
      }
    }
  }
}
