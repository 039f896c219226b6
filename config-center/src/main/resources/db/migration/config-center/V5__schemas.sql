-- author: heddle
CREATE TABLE config_schema (
    config  VARCHAR(63) NOT NULL PRIMARY KEY,
    content LONGTEXT    NOT NULL
);
