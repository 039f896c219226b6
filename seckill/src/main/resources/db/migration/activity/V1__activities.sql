-- author: heddle
CREATE TABLE activity (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name       VARCHAR(200) NOT NULL,
    product    BIGINT       NOT NULL,
    stock      INT          NOT NULL,
    start_time DATETIME(3)  NOT NULL,
    end_time   DATETIME(3)  NOT NULL,
    hold_ms    BIGINT       NOT NULL,
    opened     BOOLEAN      NOT NULL,
    leaving    BOOLEAN      NOT NULL
);
