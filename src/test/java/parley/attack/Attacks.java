package parley.attack;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import parley.ChildForum;
import parley.attack.Attack.Result;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Attacks a forum of its own, on loopback alone, and says whether it went on serving. */
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Starts a forum with the default options and a heap of 256 MB, with nginx and the shipped files before it, and carries out "
          + "each attack on the public listener, on the bridge's and through nginx, while members read.",
      "Fails where the process ends, where a read fails or 1 in 100 takes longer than a second (two while a crowd of guests asks "
          + "for more than can be served), and where not all is as before 10 s later. Needs nginx, and as many open files as connections."
    })
final class Attacks implements Callable<Integer> {

  private static final int OTHER_FILES = 400;

  /** More than are worked on at once, all at once. */
  private static final int CROWD = 1_000;

  private static final Duration CROWD_TIME = Duration.ofSeconds(15);

  @Spec private CommandSpec spec;

  @Option(names = "--only", description = "Attacks whose name contains this.")
  private String only = "";

  @Option(names = "--limits", description = "Whether rate limits are on: both, on or off.")
  private String limits = "both";

  public static void main(String[] args) {
    System.exit(new CommandLine(new Attacks()).execute(args));
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var results = new ArrayList<Result>();
    out.println("| attack | reads | p99 during | p99 after | peak memory | outcomes | |");
    out.println("|---|---|---|---|---|---|---|");
    Runtime.getRuntime().addShutdownHook(new Thread(ChildForum::stopStores));
    for (var enabled : List.of("true", "false")) {
      if (limits.equals("both") || limits.equals("on") == enabled.equals("true")) {
        run(out, enabled, results);
      }
    }
    var faults = results.stream().filter(result -> !result.isGood()).count();
    out.println(results.size() + " attacks, " + faults + " with a fault");
    out.flush();
    return faults == 0 ? 0 : 1;
  }

  private void run(PrintWriter out, String limitsEnabled, List<Result> results) {
    var settings = Map.of("PARLEY_LIMITS_ENABLED", limitsEnabled);
    var most = openFiles() - OTHER_FILES;
    try (var attacked = Attacked.start(settings, 2 * most)) {
      var victim = attacked.victim();
      for (var target : List.of("public", "bridge", "nginx")) {
        var port =
            switch (target) {
              case "public" -> victim.port();
              case "bridge" -> victim.bridge();
              default -> attacked.nginxPort();
            };
        var attack = attacked.attack(target.equals("nginx") ? port : victim.port());
        var crowd = "crowd of guests, " + target + ", limits " + limitsEnabled;
        if (target.equals("public") && crowd.contains(only)) {
          add(results, out, attack.crowd(crowd, port, CROWD, CROWD_TIME, Attack.CALM));
        }
        var kinds =
            Kinds.all(
                target.equals("bridge"), most, Duration.ofSeconds(15), Duration.ofSeconds(45));
        for (var kind : kinds) {
          var name = kind.name() + ", " + target + ", limits " + limitsEnabled;
          if (name.contains(only)) {
            add(results, out, attack.carryOut(named(kind, name), port));
          }
        }
      }
    }
  }

  private static void add(List<Result> results, PrintWriter out, Result result) {
    out.println(Attack.row(result));
    out.flush();
    results.add(result);
  }

  private static Attack.Kind named(Attack.Kind kind, String name) {
    return new Attack.Kind(
        name, kind.connections(), kind.perAddress(), kind.time(), kind.scripts());
  }

  private static int openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int) Math.min(1_000_000, unix.getMaxFileDescriptorCount())
        : 4096;
  }
}
