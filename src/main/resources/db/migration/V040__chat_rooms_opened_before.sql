-- Both have used the rooms in which something was said before there was this column.
UPDATE chat_seat s JOIN chat_room r ON r.id = s.room_id SET s.opened = TRUE WHERE r.last_message_id IS NOT NULL;
