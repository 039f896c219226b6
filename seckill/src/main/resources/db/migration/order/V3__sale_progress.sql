-- author: heddle
CREATE TABLE sale_progress (
    activity_id BIGINT NOT NULL PRIMARY KEY,
    number      BIGINT NOT NULL,
    wins        BIGINT NOT NULL
);
