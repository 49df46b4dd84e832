package io.makerbench.tape.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A vendor of recordings on this machine, which can be made to misbehave. */
public final class Vendor implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, String> extraHeaders = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> failures = Collections.synchronizedList(new ArrayList<>());
  private String etag = "\"%s\"";
  private int breakAfter = Integer.MAX_VALUE;
  private int breaks;
  private boolean stalls;

  public Vendor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
  }

  /** Offers a file; its path is below the address. */
  public Vendor with(String path, byte[] content) {
    files.put("/v1/" + path, content);
    return this;
  }

  /** What was asked: path, and the range where one was named. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** The next requests are answered with this code each. */
  void failWith(Integer... codes) {
    failures.addAll(List.of(codes));
  }

  /** The next {@code times} answers break off after so many bytes. */
  public void breakAfter(int bytes, int times) {
    breakAfter = bytes;
    breaks = times;
  }

  /** Answers stop after the bytes of {@link #breakAfter} but the connection stays. */
  void stall() {
    stalls = true;
  }

  void header(String name, String value) {
    extraHeaders.put(name, value);
  }

  /** The form of the entity tag; {@code %s} is the MD5. */
  void etag(String form) {
    etag = form;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String path = exchange.getRequestURI().getPath();
    asked.add(path.substring("/v1/".length()) + (range == null ? "" : " " + range));
    byte[] content = files.get(path);
    if (!failures.isEmpty()) {
      exchange.sendResponseHeaders(failures.removeFirst(), -1);
    } else if (content == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      serve(exchange, content, range);
    }
    exchange.close();
  }

  private void serve(HttpExchange exchange, byte[] content, String range) throws IOException {
    String tag = etag.formatted(md5(content));
    exchange.getResponseHeaders().set("ETag", tag);
    extraHeaders.forEach(exchange.getResponseHeaders()::set);
    boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int from = range != null && same ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    int end = content.length;
    if (breaks > 0) {
      breaks--;
      end = Math.min(end, from + breakAfter);
    }
    exchange.getResponseBody().write(content, from, end - from);
    exchange.getResponseBody().flush();
    if (stalls && end < content.length) {
      awaitClose(exchange);
    }
  }

  /** Holds the connection until the client gives it up. */
  private static void awaitClose(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException closed) {
      exchange.close();
    }
  }

  static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A text as the vendor packs it. */
  public static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
