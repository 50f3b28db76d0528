package parley.backup;

import java.nio.file.Path;
import java.util.Optional;
import parley.store.MysqlAddress;

/**
 * The locations of all data that a backup contains.
 *
 * @param pictures the folder of the members' pictures, which may be missing
 * @param sessionKey the file of the generated session key, which may be missing; empty if the key
 *     is configured
 */
public record ForumData(MysqlAddress database, Path pictures, Optional<Path> sessionKey) {}
