-- author: heddle
CREATE TABLE stock_settled (
    activity BIGINT     NOT NULL,
    number   BIGINT     NOT NULL,
    at_ms    BIGINT     NOT NULL,
    place    BIGINT     NOT NULL,
    standing VARCHAR(9) NOT NULL,
    PRIMARY KEY (activity, number)
);
