INSERT IGNORE INTO member_group (id, name, name_key, built_in) VALUES
  (1, 'everyone', 'everyone', TRUE),
  (2, 'members', 'members', TRUE),
  (3, 'trusted', 'trusted', TRUE),
  (4, 'moderators', 'moderators', TRUE),
  (5, 'admins', 'admins', TRUE);
