package parley.personal;

import java.util.List;
import java.util.Set;
import parley.feature.Point;

/**
 * What a feature stores about members, and how it is exported and erased. Each statement has the
 * member's id as its only parameter, once or several times.
 *
 * <p>Erasure makes a member anonymous: what others need to follow a conversation stays, and nothing
 * that is left says whose it was. A test compares the columns with the schema, so that a new table
 * cannot be forgotten.
 *
 * @param name of this part in an export, such as {@code topics}
 * @param columns all columns with the ids of members, as {@code table.column}
 * @param export selects what the member gets; each row becomes an object
 * @param erasures statements that run in one transaction, in this order
 */
public record PersonalData(String name, Set<String> columns, String export, List<String> erasures) {

  public static final Point<PersonalData> POINT = new Point<>("personal data");
}
