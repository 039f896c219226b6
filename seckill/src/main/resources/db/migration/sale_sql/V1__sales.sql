-- author: heddle
CREATE TABLE stock_sale (
    activity BIGINT  NOT NULL PRIMARY KEY,
    units    INT     NOT NULL,
    start_ms BIGINT  NOT NULL,
    end_ms   BIGINT  NOT NULL,
    hold_ms  BIGINT  NOT NULL,
    is_open  BOOLEAN NOT NULL,
    is_gone  BOOLEAN NOT NULL,
    seq      BIGINT  NOT NULL,
    clock_ms BIGINT  NOT NULL,
    wins     BIGINT  NOT NULL,
    held     INT     NOT NULL,
    paid     INT     NOT NULL,
    due      BIGINT  NOT NULL
);
