package io.makerbench.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void pagesHoldWhatTheWebPageHolds() throws IOException {
    byte[] pdf = PdfReport.bytes(MadeReports.make(3, 600));
    Files.write(
        Files.createDirectories(Path.of("target", "screenshots")).resolve("report.pdf"), pdf);
    String text = text(pdf);
    assertTrue(text.contains("DQN on <BTCUSDT> & friends"), text);
    assertTrue(text.contains("AMD EPYC, 2 cores, Linux 6.1"), text);
    assertTrue(text.contains("2024-08-08 03.00"), text);
    assertTrue(text.contains("Figure 1. Profit marked at mid"), text);
    assertTrue(text.contains("−"), "the font has the minus sign");
  }

  @Test
  void partsLeftOutAreNotThere() throws IOException {
    ReportInput input =
        MadeReports.make(2, 300).withParts(EnumSet.of(ReportPart.RESULT, ReportPart.RUN));
    String text = text(PdfReport.bytes(input));
    assertTrue(text.contains("Paired t test"), text);
    assertFalse(text.contains("Figure 1."), text);
    assertFalse(text.contains("Skill or luck"), text);
  }

  @Test
  void sameInputGivesSameBytes() {
    ReportInput input = MadeReports.make(1, 100).withParts(EnumSet.of(ReportPart.OVER_TIME));
    assertArrayEquals(PdfReport.bytes(input), PdfReport.bytes(input));
  }
}
