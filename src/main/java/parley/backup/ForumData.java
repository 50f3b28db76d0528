package parley.backup;

import java.nio.file.Path;
import java.util.Optional;
import parley.store.MysqlAddress;

/**
 * All that must not be lost of a forum, and where it is.
 *
 * @param pictures the folder of the members' pictures, which need not be there
 * @param sessionKey the file of the key that Parley made for itself, which need not be there; empty
 *     where the configuration has the key
 */
public record ForumData(MysqlAddress database, Path pictures, Optional<Path> sessionKey) {}
