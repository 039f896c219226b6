-- author: heddle
CREATE TABLE config_token (
    name    VARCHAR(63) NOT NULL PRIMARY KEY,
    scope   VARCHAR(16) NOT NULL,
    service VARCHAR(63) NOT NULL,
    hash    VARCHAR(64) NOT NULL UNIQUE,
    author  VARCHAR(63) NOT NULL,
    made_at DATETIME(6) NOT NULL
);
