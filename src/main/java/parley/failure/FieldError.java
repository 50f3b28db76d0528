package parley.failure;

/**
 * One field that was refused.
 *
 * @param field the member's name as the client wrote it
 * @param code a stable word for programs, such as {@code taken} or {@code too_long}
 * @param message a sentence for people
 */
public record FieldError(String field, String code, String message) {}
