-- author: heddle
CREATE TABLE config_release (
    revision BIGINT      NOT NULL PRIMARY KEY,
    entry    BIGINT      NOT NULL,
    kind     VARCHAR(16) NOT NULL,
    author   VARCHAR(63) NOT NULL,
    made_at  DATETIME(6) NOT NULL,
    note     LONGTEXT    NOT NULL,
    content  LONGTEXT,
    INDEX config_release_entry (entry, revision),
    FOREIGN KEY (entry) REFERENCES config_entry (id)
);
