package io.makerbench.report;

import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/**
 * A chart as a picture of pixels on white. It looks the same on every machine: its font is in it.
 *
 * @param svg the chart with {@link #styleSheet()} in it
 * @param pixels width of the picture
 */
record ChartPicture(String svg, int pixels) {
  /** Styles of pictures, the font included. */
  static String styleSheet() {
    return "@font-face{font-family:'Report Sans';src:url(data:font/ttf;base64,"
        + PdfReport.font()
        + ")}\n"
        + HtmlReport.resource("print-chart.css");
  }

  /** Writes the picture whole; an older file is replaced. */
  Path write(Path file) {
    WholeFile.create(
        file,
        draft -> {
          PNGTranscoder transcoder = new PNGTranscoder();
          transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) pixels);
          try (OutputStream out = Files.newOutputStream(draft)) {
            transcoder.transcode(
                new TranscoderInput(new StringReader(svg)), new TranscoderOutput(out));
          } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written.", e);
          } catch (TranscoderException e) {
            throw new IllegalStateException("The picture " + file + " cannot be drawn.", e);
          }
        });
    return file;
  }
}
