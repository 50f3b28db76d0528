package parley.http;

import io.vertx.core.http.MimeMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import parley.text.Digests;

/** A file of the built client, or its precompressed form. */
record ClientFile(String path, Path file, String etag) {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  static ClientFile of(Path webroot, Path file) {
    var path = "/" + webroot.relativize(file).toString().replace('\\', '/');
    try {
      var hash = HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(file)), 0, 12);
      return new ClientFile(path, file.toAbsolutePath(), "\"" + hash + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Files that the build names by a hash of their content never change; all others are revalidated
   * at each use.
   */
  String cacheControl() {
    return path.startsWith("/assets/") ? FOR_EVER : "no-cache";
  }

  String mediaType() {
    var type = MimeMapping.mimeTypeForFilename(path);
    if (type == null) {
      return "application/octet-stream";
    }
    return type.startsWith("text/") || type.endsWith("javascript") ? type + ";charset=utf-8" : type;
  }

  /** The content coding of a precompressed form. */
  String encoding() {
    return path.endsWith(".br") ? "br" : "gzip";
  }
}
