package io.makerbench.tape.fetch;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a file a part is of, as the server told.
 *
 * @param address where it comes from
 * @param etag its entity tag; null without one
 * @param lastModified its date of change; null without one
 * @param md5 its MD5 in Base64, from {@code Content-MD5}; null without one
 * @param total its size in bytes; −1 where the server does not tell
 */
record PartNote(
    String address,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String md5,
    long total) {
  /** An entity tag that is the MD5 of the content, as object stores give. */
  private static final Pattern MD5_TAG = Pattern.compile("\"([0-9a-fA-F]{32})\"");

  /** Of an answer with the whole file. */
  static PartNote of(String address, HttpHeaders headers) {
    return new PartNote(
        address,
        headers.firstValue("ETag").orElse(null),
        headers.firstValue("Last-Modified").orElse(null),
        headers.firstValue("Content-MD5").orElse(null),
        headers.firstValueAsLong("Content-Length").orElse(-1));
  }

  /** What to send as {@code If-Range}; empty where the server gave nothing that identifies it. */
  Optional<String> validator() {
    return etag != null && !etag.startsWith("W/")
        ? Optional.of(etag)
        : Optional.ofNullable(lastModified);
  }

  /** The MD5 in hexadecimal digits that the entity tag is, if it looks like one. */
  Optional<String> md5OfTag() {
    Matcher tag = MD5_TAG.matcher(etag == null ? "" : etag);
    return tag.matches() ? Optional.of(tag.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  /** Whether an answer is of the same version of the file. */
  boolean sameVersion(HttpHeaders headers) {
    return etag == null || headers.firstValue("ETag").map(etag::equals).orElse(true);
  }
}
