UPDATE board SET open_group = 4 WHERE slug IN ('featured', 'announcements');
