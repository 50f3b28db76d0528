package parley.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Many connections from one thread, to loopback alone, for a limited time. They come from several
 * loopback addresses, since one may have only so many, and one has 28,000 ports.
 */
final class Assault {

  private static final int CONNECTS_AT_ONCE = 400;

  private final int port;
  private final int perAddress;
  private final IntFunction<Script> scripts;
  private final List<Attacker> attackers = new ArrayList<>();
  private final ByteBuffer input = ByteBuffer.allocateDirect(64 * 1024);
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private Selector selector;
  private int connecting;

  /**
   * @param perAddress so many connections from each address
   * @param scripts by the connection's number
   */
  Assault(int port, int perAddress, IntFunction<Script> scripts) {
    this.port = port;
    this.perAddress = perAddress;
    this.scripts = scripts;
  }

  /**
   * Opens connections and keeps them for the time, or until all are closed.
   *
   * @return how many had which outcome: a status, "closed", "unconnected", or "open" at the end
   */
  Map<String, Integer> run(int connections, Duration time) {
    var until = System.nanoTime() + time.toNanos();
    try (var its = Selector.open()) {
      selector = its;
      for (var next = 0; System.nanoTime() < until; ) {
        while (next < connections && connecting < CONNECTS_AT_ONCE) {
          open(next++);
        }
        if (next == connections && attackers.stream().noneMatch(attacker -> attacker.isOpen())) {
          break;
        }
        selector.select(50);
        for (var key : selector.selectedKeys()) {
          ready(key);
        }
        selector.selectedKeys().clear();
        var now = System.nanoTime();
        attackers.forEach(attacker -> attacker.drip(now));
      }
      attackers.forEach(Attacker::end);
      return outcomes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(int number) throws IOException {
    var channel = SocketChannel.open();
    channel.configureBlocking(false);
    var attacker = new Attacker(channel, scripts.apply(number));
    attackers.add(attacker);
    try {
      channel.bind(new InetSocketAddress("127.0." + 1 + "." + (1 + number / perAddress), 0));
      connecting++;
      channel.connect(new InetSocketAddress("127.0.0.1", port));
      attacker.key = channel.register(selector, SelectionKey.OP_CONNECT, attacker);
    } catch (IOException e) {
      attacker.end("unconnected");
    }
  }

  private void ready(SelectionKey key) {
    var attacker = (Attacker) key.attachment();
    try {
      if (key.isConnectable()) {
        attacker.connected();
      }
      if (key.isValid() && key.isReadable()) {
        attacker.read();
      }
      if (key.isValid() && key.isWritable()) {
        attacker.write();
      }
    } catch (IOException e) {
      attacker.end("closed");
    }
  }

  private final class Attacker {
    private final SocketChannel channel;
    private final Script script;
    private final ByteBuffer output;
    private SelectionKey key;
    private String status;
    private boolean isConnecting = true;
    private boolean over;
    private int dripped;
    private long next;

    Attacker(SocketChannel channel, Script script) {
      this.channel = channel;
      this.script = script;
      this.output = ByteBuffer.wrap(script.atOnce());
    }

    boolean isOpen() {
      return !over;
    }

    void connected() throws IOException {
      noLongerConnecting();
      channel.finishConnect();
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private void noLongerConnecting() {
      if (isConnecting) {
        isConnecting = false;
        connecting--;
      }
    }

    void write() throws IOException {
      channel.write(output);
      if (!output.hasRemaining()) {
        key.interestOps(SelectionKey.OP_READ);
      }
    }

    void read() throws IOException {
      input.clear();
      var count = channel.read(input);
      if (count < 0) {
        end("closed");
      } else if (status == null && count >= 12) {
        var bytes = new byte[12];
        input.flip().get(bytes);
        status = new String(bytes, StandardCharsets.ISO_8859_1).substring(9);
      }
    }

    void drip(long now) {
      if (over || isConnecting || dripped == script.rest().length || now < next) {
        return;
      }
      next = now + Duration.ofMillis(script.everyMillis()).toNanos();
      try {
        var part = Math.min(script.partBytes(), script.rest().length - dripped);
        channel.write(ByteBuffer.wrap(script.rest(), dripped, part));
        dripped += part;
      } catch (IOException e) {
        end("closed");
      }
    }

    void end() {
      end("open");
    }

    void end(String how) {
      if (over) {
        return;
      }
      over = true;
      noLongerConnecting();
      outcomes.merge(status == null ? how : status, 1, Integer::sum);
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
