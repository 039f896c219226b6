-- author: heddle
CREATE TABLE config_state (
    id       INT    NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
