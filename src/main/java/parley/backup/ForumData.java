package parley.backup;

import parley.store.MysqlAddress;

/** All of a forum that must not be lost, and where it is. */
public record ForumData(MysqlAddress database, ForumFiles files) {}
