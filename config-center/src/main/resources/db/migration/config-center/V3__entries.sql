-- author: heddle
CREATE TABLE config_entry (
    id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    config   VARCHAR(63) NOT NULL,
    service  VARCHAR(63) NOT NULL,
    label    VARCHAR(63) NOT NULL,
    changed  BIGINT      NOT NULL,
    released BIGINT      NOT NULL,
    draft    LONGTEXT,
    gray     LONGTEXT,
    seed     VARCHAR(64) NOT NULL,
    UNIQUE (config, service, label),
    INDEX config_entry_changed (changed)
);
