package parley.process;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The sockets on which a process listens, as Linux tells them. */
final class Sockets {

  /** One of them. */
  record Listener(InetAddress address, int port) {}

  private static final String LISTENING = "0A";
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int HEX = 16;

  private Sockets() {}

  static List<Listener> of(long pid) throws IOException {
    var own = inodes(pid);
    var listeners = new ArrayList<Listener>();
    for (var table : List.of("tcp", "tcp6")) {
      for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
        var fields = line.strip().split("\\s+");
        if (fields[STATE].equals(LISTENING) && own.contains("socket:[" + fields[INODE] + "]")) {
          listeners.add(listener(fields[1]));
        }
      }
    }
    return listeners;
  }

  private static Set<String> inodes(long pid) throws IOException {
    var inodes = new HashSet<String>();
    try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (var file : open.toList()) {
        try {
          inodes.add(Files.readSymbolicLink(file).toString());
        } catch (IOException closed) {
          inodes.remove(file.toString());
        }
      }
    }
    return inodes;
  }

  /** The address is words of 32 bits in the machine's order, the port is not. */
  private static Listener listener(String text) throws IOException {
    var parts = text.split(":");
    var words = ByteBuffer.wrap(HexFormat.of().parseHex(parts[0]));
    var bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      bytes.putInt(words.getInt());
    }
    return new Listener(InetAddress.getByAddress(bytes.array()), Integer.parseInt(parts[1], HEX));
  }
}
