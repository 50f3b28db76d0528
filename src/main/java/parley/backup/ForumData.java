package parley.backup;

import parley.store.MysqlAddress;

/** The locations of all data that a backup contains. */
public record ForumData(MysqlAddress database, ForumFiles files) {}
