package parley.access;

import java.util.List;
import java.util.Set;
import parley.personal.PersonalData;

/** What is stored about the groups that a member was put into. */
public final class GroupData {

  public static final PersonalData GROUPS =
      new PersonalData(
          "groups",
          Set.of("member_of_group.member_id"),
          """
          SELECT g.name FROM member_of_group m JOIN member_group g ON g.id = m.group_id
          WHERE m.member_id = ? ORDER BY g.name
          """,
          List.of("DELETE FROM member_of_group WHERE member_id = ?"));

  private GroupData() {}
}
