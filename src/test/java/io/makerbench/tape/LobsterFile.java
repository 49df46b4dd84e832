package io.makerbench.tape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small LOBSTER archives for tests. */
public final class LobsterFile {
  static final String EMPTY_ASK = "9999999999,0";
  static final String EMPTY_BID = "-9999999999,0";

  private LobsterFile() {}

  /** An archive of stock ABC on 2012-06-21. */
  public static Path write(Path file, int levels, List<String> messages, List<String> rows)
      throws IOException {
    String name = "ABC_2012-06-21_34200000_57600000_";
    return write(
        file,
        name + "message_" + levels + ".csv",
        String.join("\n", messages) + "\n",
        name + "orderbook_" + levels + ".csv",
        String.join("\n", rows) + "\n");
  }

  /** An archive of any two files. */
  static Path write(Path file, String first, String one, String second, String other)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write("Sample".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(first));
      zip.write(one.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(second));
      zip.write(other.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
