-- author: heddle
CREATE TABLE stock_win (
    activity  BIGINT        NOT NULL,
    place     BIGINT        NOT NULL,
    user_id   VARBINARY(64) NOT NULL,
    number    BIGINT        NOT NULL,
    won_ms    BIGINT        NOT NULL,
    pay_by_ms BIGINT        NOT NULL,
    standing  VARCHAR(9)    NOT NULL,
    PRIMARY KEY (activity, place),
    CONSTRAINT stock_win_user UNIQUE (activity, user_id),
    CONSTRAINT stock_win_number UNIQUE (activity, number)
);
