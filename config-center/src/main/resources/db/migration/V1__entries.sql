CREATE TABLE config_state (
    id       INT    NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);

INSERT INTO config_state (id, revision) VALUES (1, 0);

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
    UNIQUE (config, service, label)
);

CREATE INDEX config_entry_changed ON config_entry (changed);

CREATE TABLE config_release (
    revision BIGINT      NOT NULL PRIMARY KEY,
    entry    BIGINT      NOT NULL,
    kind     VARCHAR(16) NOT NULL,
    author   VARCHAR(63) NOT NULL,
    made_at  DATETIME(6) NOT NULL,
    note     LONGTEXT    NOT NULL,
    content  LONGTEXT,
    FOREIGN KEY (entry) REFERENCES config_entry (id)
);

CREATE INDEX config_release_entry ON config_release (entry, revision);

CREATE TABLE config_schema (
    config  VARCHAR(63) NOT NULL PRIMARY KEY,
    content LONGTEXT    NOT NULL
);

CREATE TABLE config_token (
    name    VARCHAR(63) NOT NULL PRIMARY KEY,
    scope   VARCHAR(16) NOT NULL,
    service VARCHAR(63) NOT NULL,
    hash    CHAR(64)    NOT NULL UNIQUE,
    author  VARCHAR(63) NOT NULL,
    made_at DATETIME(6) NOT NULL
);

CREATE TABLE config_audit (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    made_at DATETIME(6)  NOT NULL,
    author  VARCHAR(63)  NOT NULL,
    action  VARCHAR(32)  NOT NULL,
    config  VARCHAR(63)  NOT NULL,
    service VARCHAR(127) NOT NULL,
    detail  LONGTEXT     NOT NULL
);

CREATE INDEX config_audit_entry ON config_audit (config, service);
