package io.makerbench.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a report as pictures: what the PDF shows, pixel by pixel. For one thread at a time.
 */
public final class ReportPages implements AutoCloseable {
  private final PDDocument document;
  private final PDFRenderer renderer;

  private ReportPages(PDDocument document) {
    this.document = document;
    renderer = new PDFRenderer(document);
  }

  /** Makes the pages; takes some seconds. */
  public static ReportPages of(ReportInput input) {
    try {
      return new ReportPages(Loader.loadPDF(PdfReport.bytes(input)));
    } catch (IOException e) {
      throw new UncheckedIOException("The pages of the report could not be read again.", e);
    }
  }

  /** Number of pages. */
  public synchronized int count() {
    return document.getNumberOfPages();
  }

  /** Height of a page over its width. */
  public double aspect() {
    return PdfReport.HEIGHT_MM / PdfReport.WIDTH_MM;
  }

  /**
   * A page.
   *
   * @param page number from 0
   * @param width width of the picture, pixels
   */
  public synchronized Picture picture(int page, int width) {
    try {
      float scale = width / document.getPage(page).getMediaBox().getWidth();
      BufferedImage image = renderer.renderImage(page, scale, ImageType.RGB);
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, image.getWidth(), height, null, 0, image.getWidth());
      return new Picture(image.getWidth(), height, pixels);
    } catch (IOException e) {
      throw new UncheckedIOException("A page of the report could not be drawn.", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The pages of the report could not be closed.", e);
    }
  }

  /**
   * A picture.
   *
   * @param pixels ARGB, row by row from the top
   */
  public record Picture(int width, int height, int[] pixels) {}
}
