package dev.instead.store;

import dev.instead.config.OwnersFile;
import dev.instead.desk.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of the database, checked before it is opened, and held by one Instead at a time. */
final class DatabaseFile implements AutoCloseable {
  private static final String PREFIX = "jdbc:sqlite:";
  private static final Set<PosixFilePermission> WRITE = EnumSet.of(
      PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.OTHERS_WRITE);

  private final Path path;
  private final FileChannel lock;

  private DatabaseFile(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static Path path(String jdbcUrl) {
    String path = jdbcUrl.startsWith(PREFIX) ? jdbcUrl.substring(PREFIX.length()) : "";
    if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
      throw new StoreException(
          "INSTEAD_DATABASE_URL names neither an SQLite file nor PostgreSQL. Write jdbc:sqlite: and then the file, e.g. jdbc:sqlite:/var/lib/instead/instead.db, or jdbc:postgresql://host/database.");
    }
    return Path.of(path).toAbsolutePath().normalize();
  }

  /** Makes the directories, and keeps other programs of ours away until {@link #close}. */
  static DatabaseFile hold(Path path) {
    Trouble trouble = new SqliteTrouble(path);
    try {
      Files.createDirectories(directory(path));
      checkWritable(path, trouble);
      return new DatabaseFile(path, lock(path, trouble));
    } catch (IOException | UnsupportedOperationException unusable) {
      throw trouble.say(
          "the database can't be kept in this place. Let the user that runs Instead write to the directory "
              + directory(path)
              + ", or name another file in INSTEAD_DATABASE_URL.",
          unusable);
    }
  }

  Path path() {
    return path;
  }

  /** Makes an empty one that nobody else can read, where there is none; SQLite fills it, and gives the files beside it the same rights. */
  void make() {
    try {
      if (!Files.exists(path)) {
        OwnersFile.make(path);
      }
    } catch (IOException unusable) {
      throw new SqliteTrouble(path)
          .say("the database can't be made. Check the disk and the rights.", unusable);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void checkWritable(Path path, Trouble trouble) throws IOException {
    if (Files.isDirectory(path)) {
      throw trouble.say("this is a directory. Name a file in it in INSTEAD_DATABASE_URL.");
    }
    if (Files.exists(path) && (!Files.isWritable(path) || isMarkedReadOnly(path))) {
      throw trouble.say(
          "the database file is read-only. Let the user that runs Instead write to it, or name another file in INSTEAD_DATABASE_URL.");
    }
  }

  /** Root may write to everything; whoever took all write permissions away meant it all the same. */
  private static boolean isMarkedReadOnly(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(path).stream().noneMatch(WRITE::contains);
  }

  private static FileChannel lock(Path path, Trouble trouble) throws IOException {
    Path beside = path.resolveSibling(path.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw trouble.say(
          "another Instead is running on this database. Stop it first, or give this one another file in INSTEAD_DATABASE_URL.");
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static Path directory(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
