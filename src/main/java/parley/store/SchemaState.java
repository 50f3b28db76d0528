package parley.store;

import java.util.Optional;

/**
 * Compares a database's schema with the one that this program needs.
 *
 * @param current the version of the last migration that ran; empty before the first
 * @param newest the version this program needs
 * @param pending the number of migrations it would run
 * @param newer whether the database has migrations that this program does not know
 */
public record SchemaState(Optional<String> current, String newest, int pending, boolean newer) {}
