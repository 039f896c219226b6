-- author: heddle
CREATE TABLE sale_applied (
    activity_id BIGINT NOT NULL PRIMARY KEY,
    event       BIGINT NOT NULL
);
