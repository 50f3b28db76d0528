UPDATE board SET kind = IF(slug = 'questions', 'questions', 'announcements')
WHERE slug IN ('questions', 'announcements') AND kind = 'discussion';
