package dev.instead.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file for what nobody but its owner may read. */
public final class OwnersFile {
  private OwnersFile() {}

  /**
   * Makes an empty one, which nobody else can read at any moment, as far as the file system knows of owners.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is a file of this name
   */
  public static void make(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Path directory = parent == null ? file : parent;
    boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
    FileAttribute<?>[] mode = posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    Files.createFile(file, mode);
  }
}
