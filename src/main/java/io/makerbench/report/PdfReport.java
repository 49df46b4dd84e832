package io.makerbench.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.makerbench.storage.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * The report on pages of A4, made from its HTML page with a style sheet for print. It looks the
 * same on every machine: its font is in it. The same input gives the same bytes.
 */
final class PdfReport {
  static final float WIDTH_MM = 210;
  static final float HEIGHT_MM = 297;
  private static final double TEXT_WIDTH_MM = 182;
  private static final double HALF_MM = 88;
  private static final double THIRD_MM = 58;
  private static final double WIDE_CHART = 800;
  private static final double HALF_CHART = 500;
  private static final Pattern CHART =
      Pattern.compile("(<svg [^>]*?)width=\"(\\d+)\" height=\"(\\d+)\"([^>]*>)");
  private static final String FONT =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"; // comes with PDFBox

  private PdfReport() {}

  /** Writes the pages whole; an older file is replaced. */
  static Path write(Path file, ReportInput input) {
    byte[] pages = bytes(input);
    WholeFile.create(
        file,
        draft -> {
          try {
            Files.write(draft, pages);
          } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
          }
        });
    return file;
  }

  /** The finished file. */
  static byte[] bytes(ReportInput input) {
    XRLog.setLoggingEnabled(false); // it tells of every style it does not know
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useDefaultPageSize(WIDTH_MM, HEIGHT_MM, PageSizeUnits.MM);
    builder.withHtmlContent(page(input), null);
    builder.withProducer("Makerbench");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BatikSVGDrawer charts = new BatikSVGDrawer()) {
      builder.useSVGDrawer(charts);
      builder.toStream(out);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        try (PDDocument document = renderer.getPdfDocument()) {
          timeless(document, input);
          document.save(out);
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The pages of the report could not be made.", e);
    }
  }

  /** What would differ from one writing to the next. */
  private static void timeless(PDDocument document, ReportInput input) {
    PDDocumentInformation facts = document.getDocumentInformation();
    facts.setTitle(input.title());
    GregorianCalendar epoch = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    epoch.setTimeInMillis(0);
    facts.setCreationDate(epoch);
    facts.setModificationDate(epoch);
    document.setDocumentId(0L);
  }

  /** The page with styles that the library knows, charts included. */
  private static String page(ReportInput input) {
    String html = HtmlReport.render(input).replace("<!DOCTYPE html>\n", "");
    String face =
        "@font-face{font-family:'Report Sans';src:url(data:font/ttf;base64," + font() + ")}\n";
    String chart = HtmlReport.resource("print-chart.css");
    int style = html.indexOf("<style>");
    int end = html.indexOf("</style>");
    String body = html.substring(end);
    return html.substring(0, style)
        + "<style>"
        + face
        + HtmlReport.resource("print.css")
        + CHART.matcher(body).replaceAll(found -> sized(found) + "<style>" + chart + "</style>");
  }

  /** Charts fill the page, half of it or a third, as they do on the web page. */
  private static String sized(MatchResult chart) {
    double width = Double.parseDouble(chart.group(2));
    double height = Double.parseDouble(chart.group(3));
    double wide = width >= WIDE_CHART ? TEXT_WIDTH_MM : width >= HALF_CHART ? HALF_MM : THIRD_MM;
    String style =
        String.format(Locale.ROOT, "width:%.2fmm;height:%.2fmm", wide, wide * height / width);
    return chart.group(1) + "style=\"" + style + "\" " + chart.group(4);
  }

  /** The font of reports in base 64. */
  static String font() {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      return Base64.getEncoder().encodeToString(Objects.requireNonNull(in, FONT).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The font of the report cannot be read.", e);
    }
  }
}
