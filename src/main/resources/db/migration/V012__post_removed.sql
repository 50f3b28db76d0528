-- What was deleted is removed.
UPDATE topic SET state = 3 WHERE listed IS NULL;

UPDATE reply SET state = 3 WHERE listed IS NULL;
