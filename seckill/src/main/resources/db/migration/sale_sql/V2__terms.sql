-- author: heddle
CREATE TABLE stock_terms (
    activity BIGINT  NOT NULL,
    number   BIGINT  NOT NULL,
    at_ms    BIGINT  NOT NULL,
    units    INT     NOT NULL,
    start_ms BIGINT  NOT NULL,
    end_ms   BIGINT  NOT NULL,
    hold_ms  BIGINT  NOT NULL,
    is_open  BOOLEAN NOT NULL,
    is_gone  BOOLEAN NOT NULL,
    PRIMARY KEY (activity, number)
);
