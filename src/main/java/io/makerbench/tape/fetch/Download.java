package io.makerbench.tape.fetch;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one file into its part and goes on where a connection broke. What came of another version
 * of the file, or cannot be told from one, is thrown away and fetched anew.
 */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long LOOK_MILLIS = 50;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
  private static final int WHOLE = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_THAT_RANGE = 416;

  /** Answers that may be better a little later. */
  private static final int TIMEOUT = 408;

  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  private final Sample sample;
  private final URI address;
  private final Path target;
  private final Retry retry;
  private final FetchProgress progress;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Download(Sample sample, URI vendor, Path folder, Retry retry, FetchProgress progress) {
    this.sample = sample;
    address = sample.below(vendor);
    target = folder.resolve(sample.fileName());
    this.retry = retry;
    this.progress = progress;
  }

  /**
   * Fetches the file.
   *
   * @throws InputException when it is not there, not free, cannot be kept, or came damaged twice
   * @throws CancellationException when it was cancelled; what came is kept
   */
  FetchedFile run() {
    try (client;
        PartFile part = new PartFile(target)) {
      Integrity integrity = whole(part);
      if (integrity.wrong().isPresent()) {
        progress.note(name() + ": " + integrity.wrong().get() + "; it is fetched anew.");
        part.discard();
        integrity = whole(part);
      }
      if (integrity.wrong().isPresent()) {
        part.discard();
        throw integrity.refused(name());
      }
      if (integrity.unpackedBytes() == 0) {
        part.discard();
        throw new InputException(
            "The vendor recorded nothing: its " + sample.words() + " is empty.");
      }
      long bytes = part.size();
      part.finish();
      return new FetchedFile(target, bytes, integrity.checked());
    }
  }

  private String name() {
    return String.valueOf(target.getFileName());
  }

  private Integrity whole(PartFile part) {
    fill(part);
    PartNote note = part.note();
    if (note == null) {
      throw new IllegalStateException("A filled part has a note.");
    }
    return Integrity.of(part.path(), note, () -> progress.goOn(name(), part.size(), note.total()));
  }

  /** Asks until the part is full. */
  private void fill(PartFile part) {
    int attempt = 1;
    while (true) {
      long before = part.size();
      try {
        if (ask(part)) {
          return;
        }
      } catch (IOException e) {
        attempt = part.size() > before ? 1 : attempt + 1;
        if (attempt > retry.attempts()) {
          throw gaveUp(part, e);
        }
        pause(part, attempt, e);
      }
    }
  }

  private InputException gaveUp(PartFile part, IOException e) {
    return new InputException(
        "%s could not be fetched from %s: %s. %s"
            .formatted(
                name(),
                address,
                reason(e),
                part.size() == 0
                    ? "Is there a connection, and is the address right?"
                    : "The %,d bytes that came are kept; fetch it again to go on from there."
                        .formatted(part.size())),
        e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void pause(PartFile part, int attempt, IOException e) {
    Duration pause = retry.after(Math.max(1, attempt - 1));
    progress.note(
        "%s: the connection broke at %,d bytes (%s); going on in %.0f s."
            .formatted(name(), part.size(), reason(e), pause.toMillis() / 1e3));
    long end = System.nanoTime() + pause.toNanos();
    do {
      requireWanted(part);
      sleep();
    } while (System.nanoTime() < end);
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The fetch was interrupted.");
    }
  }

  private void requireWanted(PartFile part) {
    PartNote note = part.note();
    if (!progress.goOn(name(), part.size(), note == null ? -1 : note.total())) {
      throw new CancellationException("The fetch was cancelled.");
    }
  }

  /** Asks for what is missing; false when it must be asked for anew. */
  private boolean ask(PartFile part) throws IOException {
    requireWanted(part);
    PartNote note = part.note();
    boolean resumes = note != null && part.size() > 0 && note.validator().isPresent();
    if (!resumes) {
      part.discard();
    } else if (part.size() == note.total()) {
      return true;
    }
    HttpResponse<InputStream> answer = send(request(part, resumes ? note : null));
    try (InputStream body = answer.body()) {
      return switch (answer.statusCode()) {
        case WHOLE -> {
          if (resumes) {
            progress.note(name() + " changed meanwhile; it is fetched from the beginning.");
          }
          part.begin(PartNote.of(address.toString(), answer.headers()));
          yield take(part, body);
        }
        case PARTIAL -> goesOn(part, answer) ? take(part, body) : anew(part);
        case NOT_THAT_RANGE -> anew(part);
        default -> throw refused(answer);
      };
    }
  }

  private HttpRequest request(PartFile part, @Nullable PartNote resumed) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(retry.stall())
            .header("User-Agent", "makerbench")
            .header("Accept-Encoding", "gzip"); // else a server may unpack what it keeps packed
    if (resumed != null) {
      request.header("Range", "bytes=" + part.size() + "-");
      request.header("If-Range", resumed.validator().orElseThrow());
    }
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The fetch was interrupted.");
    }
  }

  private static boolean anew(PartFile part) {
    part.discard();
    return false;
  }

  /** Whether a partial answer is the rest of the version that is here. */
  private static boolean goesOn(PartFile part, HttpResponse<InputStream> answer) {
    PartNote note = part.note();
    Matcher range = RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
    return note != null
        && range.matches()
        && Long.parseLong(range.group(1)) == part.size()
        && (note.total() < 0 || range.group(2).equals(Long.toString(note.total())))
        && note.sameVersion(answer.headers());
  }

  private boolean take(PartFile part, InputStream body) throws IOException {
    PartNote note = part.note();
    long total = note == null ? -1 : note.total();
    part.requireRoom(Math.max(0, total - part.size()));
    try (Watch watch =
        new Watch(body, part.size(), retry.stall(), bytes -> progress.goOn(name(), bytes, total))) {
      try {
        copy(body, part, watch);
      } catch (IOException e) {
        if (!watch.cancelled()) {
          throw watch.stalled() ? new IOException("nothing came for " + retry.stall(), e) : e;
        }
      }
      if (watch.cancelled()) {
        throw new CancellationException("The fetch was cancelled.");
      }
    }
    if (part.size() < total) {
      throw new IOException("the connection was closed early");
    }
    return true;
  }

  private static void copy(InputStream body, PartFile part, Watch watch) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      part.append(buffer, read);
      watch.came(read);
    }
  }

  /** An error that another attempt may mend, or throws one that none will. */
  private IOException refused(HttpResponse<InputStream> answer) {
    int status = answer.statusCode();
    if (status >= SERVER_ERRORS || status == TOO_MANY || status == TIMEOUT) {
      return new IOException("the server answered " + status);
    }
    String why =
        switch (status) {
          case 401, 402, 403 ->
              "The vendor does not give the %s away (answer %d). Free are the first days of months: choose such a day."
                  .formatted(sample.words(), status);
          case 404, 410 ->
              "There is no %s at %s (answer %d). Check venue, instrument and day; instruments have not all kinds of data."
                  .formatted(sample.words(), address, status);
          default ->
              String.format(
                  Locale.ROOT,
                  "%s answered %d instead of the %s. Check the address in the setting fetch.address.",
                  address,
                  status,
                  sample.words());
        };
    throw new InputException(why);
  }
}
