-- author: heddle
INSERT INTO config_state (id, revision) VALUES (1, 0);
