package parley.corpus;

import java.io.PrintWriter;

/** Counts what became of documents, and tells of each that was not taken. */
final class LoadReport {

  private final PrintWriter out;
  private int accepted;
  private int refused;
  private int failed;

  LoadReport(PrintWriter out) {
    this.out = out;
  }

  void accepted() {
    accepted++;
  }

  void refused(Readme document, String why) {
    refused++;
    out.printf("refused  %s (%,d characters): %s%n", document.file(), document.length(), why);
  }

  void failed(Readme document, String why) {
    failed++;
    out.printf("FAILED   %s: %s%n", document.file(), why);
  }

  boolean isGood() {
    return failed == 0;
  }

  void summarise(int notUtf8) {
    out.printf(
        "%d accepted and safe, %d refused, %d failed, %d not UTF-8%n",
        accepted, refused, failed, notUtf8);
    out.flush();
  }
}
