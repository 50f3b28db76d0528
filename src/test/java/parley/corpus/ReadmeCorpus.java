package parley.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The README files of the packages below a directory, such as {@code node_modules}: documents in
 * many hands' Markdown, with tables, badges, raw HTML and mistakes.
 *
 * @param documents in the order of their paths
 * @param notUtf8 the files that are left out, as they are not valid UTF-8
 */
record ReadmeCorpus(List<Readme> documents, List<Path> notUtf8) {

  private static final String PACKAGES = "node_modules/";

  static ReadmeCorpus below(Path directory) throws IOException {
    List<Readme> documents = new ArrayList<>();
    List<Path> notUtf8 = new ArrayList<>();
    for (Path file : files(directory)) {
      try {
        documents.add(new Readme(file, packageName(file), Files.readString(file)));
      } catch (CharacterCodingException e) {
        notUtf8.add(file);
      }
    }
    return new ReadmeCorpus(List.copyOf(documents), List.copyOf(notUtf8));
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(ReadmeCorpus::isReadme).sorted().toList();
    }
  }

  private static boolean isReadme(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith("readme") && name.endsWith(".md") && Files.isRegularFile(file);
  }

  /** The folder behind the last {@code node_modules}, or else the folder the file is in. */
  private static String packageName(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    String path = folder.toString().replace('\\', '/');
    int packages = path.lastIndexOf(PACKAGES);
    return packages < 0
        ? String.valueOf(folder.getFileName())
        : path.substring(packages + PACKAGES.length());
  }
}
