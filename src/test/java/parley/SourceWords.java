package parley;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * What sources say outside of comments and imports: the texts of their strings, and the names that
 * they declare.
 */
final class SourceWords {

  /**
   * @param file without its folders
   * @param text of a string, or a declared name
   * @param isName whether it is a name
   */
  record Said(String file, String text, boolean isName) {

    /** Its words in lower case and in the singular; a name is taken apart at its capitals. */
    Set<String> words() {
      return Arrays.stream(text.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
          .map(word -> word.toLowerCase(Locale.ROOT))
          .map(word -> word.endsWith("ies") ? word.replaceFirst("ies$", "y") : word)
          .map(word -> word.length() > 3 ? word.replaceFirst("(?<!s)s$", "") : word)
          .collect(Collectors.toSet());
    }
  }

  private SourceWords() {}

  /** Of all sources below a folder. */
  static List<Said> in(Path folder) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var paths = Files.walk(folder)) {
      var sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      var said = new ArrayList<Said>();
      for (var unit : task.parse()) {
        new Reader(unit, said).scan(unit.getTypeDecls(), null);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader extends TreeScanner<Void, Void> {
    private final String file;
    private final List<Said> said;

    Reader(CompilationUnitTree unit, List<Said> said) {
      this.file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
      this.said = said;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getValue() instanceof String text) {
        said.add(new Said(file, text, false));
      }
      return super.visitLiteral(literal, none);
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      said.add(new Said(file, type.getSimpleName().toString(), true));
      return super.visitClass(type, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      said.add(new Said(file, method.getName().toString(), true));
      return super.visitMethod(method, none);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      said.add(new Said(file, variable.getName().toString(), true));
      return super.visitVariable(variable, none);
    }
  }
}
