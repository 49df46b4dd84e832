package io.makerbench.tape.fetch;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/**
 * Whether a file came whole: its length and MD5 where the server told them, and always the lengths
 * and CRC-32 within its gzip stream.
 *
 * @param checked what it was held against, in words
 * @param unpackedBytes size of what is packed in it
 * @param wrong what does not agree, in words; empty when it is whole
 */
record Integrity(String checked, long unpackedBytes, Optional<String> wrong) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int BYTES_PER_QUESTION = 1 << 24;

  /** Reads a file through. */
  static Integrity of(Path file, PartNote note, BooleanSupplier goOn) {
    MessageDigest digest = md5();
    List<String> checked = new ArrayList<>(List.of("gzip"));
    long unpacked;
    try (InputStream raw = Files.newInputStream(file);
        DigestInputStream in = new DigestInputStream(raw, digest)) {
      unpacked = unpack(in, goOn);
      in.transferTo(java.io.OutputStream.nullOutputStream());
      long size = Files.size(file);
      if (note.total() >= 0) {
        checked.add("length");
        if (size != note.total()) {
          return wrong("it has " + size + " bytes instead of " + note.total());
        }
      }
    } catch (IOException e) {
      return wrong("it is no whole gzip file (" + e.getMessage() + ")");
    }
    byte[] md5 = digest.digest();
    if (note.md5() != null) {
      checked.add("Content-MD5");
      if (!note.md5().strip().equals(Base64.getEncoder().encodeToString(md5))) {
        return wrong("its MD5 is not the Content-MD5 that the server gave");
      }
    }
    Optional<String> tag = note.md5OfTag();
    if (tag.isPresent()) {
      checked.add("ETag");
      if (!tag.get().equals(HexFormat.of().formatHex(md5))) {
        return wrong("its MD5 is not the ETag that the server gave");
      }
    }
    return new Integrity(String.join(", ", checked), unpacked, Optional.empty());
  }

  private static Integrity wrong(String words) {
    return new Integrity("", 0, Optional.of(words));
  }

  private static long unpack(InputStream in, BooleanSupplier goOn) throws IOException {
    GZIPInputStream gzip = new GZIPInputStream(in, BUFFER_BYTES);
    byte[] buffer = new byte[BUFFER_BYTES];
    long unpacked = 0;
    long next = 0;
    for (int read = gzip.read(buffer); read >= 0; read = gzip.read(buffer)) {
      unpacked += read;
      if (unpacked >= next) {
        next = unpacked + BYTES_PER_QUESTION;
        if (!goOn.getAsBoolean()) {
          throw new CancellationException("The fetch was cancelled.");
        }
      }
    }
    return unpacked;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5.", e);
    }
  }

  /** The error of a file that did not come whole, twice. */
  InputException refused(String file) {
    return new InputException(
        file
            + " came damaged, twice: "
            + wrong.orElseThrow()
            + ". Nothing of it was kept; try again later or tell the vendor.");
  }
}
