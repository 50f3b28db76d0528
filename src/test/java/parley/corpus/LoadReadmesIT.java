package parley.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.Forum;
import picocli.CommandLine;

class LoadReadmesIT {

  @TempDir Path directory;

  @Test
  void documentsShouldBecomeTopicsOrBeRefusedWithAReason() throws IOException {
    write("plain", "# Plain\n\nSome *text* and a [link](https://example.org).");
    write("wild", "<h1 align=center onclick=x()>Wild</h1><script>x()</script>\n\n- [x] done");
    write("long", "# Long\n\n" + "word ".repeat(10_001));
    write("control", "# Control\n\nan escape: \u001b[0m");
    var output = new StringWriter();
    int exit =
        new CommandLine(new LoadReadmes())
            .setOut(new PrintWriter(output))
            .execute(
                "--url",
                "http://127.0.0.1:" + Forum.shared().port(),
                "--dir",
                directory.toString());
    assertThat(exit).as(output.toString()).isZero();
    assertThat(output)
        .asString()
        .contains("content too_long", "content control_character")
        .contains("2 accepted and safe, 2 refused, 0 failed, 0 not UTF-8");
  }

  private void write(String name, String text) throws IOException {
    Path file = Files.createDirectory(directory.resolve(name)).resolve("README.md");
    Files.writeString(file, text);
  }
}
