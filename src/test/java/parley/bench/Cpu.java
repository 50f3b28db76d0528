package parley.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * How much processor time this process and the database have used. Unlike a rate, the time that an
 * operation uses hardly depends on what else the machine does.
 */
record Cpu(Duration program, Duration database) {

  private static final String DATABASE = "mariadbd";

  static Cpu now() {
    var self = ProcessHandle.current();
    var database =
        self.descendants()
            .filter(process -> process.info().command().orElse("").endsWith(DATABASE))
            .map(Cpu::used)
            .reduce(Duration.ZERO, Duration::plus);
    return new Cpu(used(self), database);
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  Cpu since(Cpu before) {
    return new Cpu(program.minus(before.program), database.minus(before.database));
  }

  /** What each of so many operations used. */
  String each(int operations) {
    return String.format(
        Locale.ROOT,
        "program %.0f us, database %.0f us",
        micros(program, operations),
        micros(database, operations));
  }

  private static double micros(Duration used, int operations) {
    return operations == 0 ? 0 : used.toNanos() / 1e3 / operations;
  }
}
