-- author: heddle
CREATE TABLE config_audit (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    made_at DATETIME(6)  NOT NULL,
    author  VARCHAR(63)  NOT NULL,
    action  VARCHAR(32)  NOT NULL,
    config  VARCHAR(63)  NOT NULL,
    service VARCHAR(127) NOT NULL,
    detail  LONGTEXT     NOT NULL,
    INDEX config_audit_entry (config, service)
);
