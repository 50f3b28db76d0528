package parley.failure;

/**
 * One field that was refused.
 *
 * @param field the name of the field in the request
 * @param code a stable code for programs, such as {@code taken} or {@code too_long}
 * @param message a sentence for people
 */
public record FieldError(String field, String code, String message) {}
