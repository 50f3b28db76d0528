package parley.store;

import java.util.Optional;

/**
 * A database's schema beside the one this program needs.
 *
 * @param current the version of the last migration that ran; empty before the first
 * @param newest the version this program needs
 * @param pending how many migrations it would run
 * @param newer whether migrations ran that this program does not have
 */
public record SchemaState(Optional<String> current, String newest, int pending, boolean newer) {}
