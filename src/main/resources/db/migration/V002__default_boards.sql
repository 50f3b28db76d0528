INSERT INTO board (position, title, slug, description) VALUES
  (1, 'Discussion', 'discussion', 'Whatever does not fit anywhere else.'),
  (2, 'Questions and answers', 'questions', 'Ask, and help each other.'),
  (3, 'Featured', 'featured', 'Worth reading twice.'),
  (4, 'Announcements', 'announcements', 'News about this community.');
