-- author: heddle
CREATE TABLE orders (
    activity_id BIGINT      NOT NULL,
    user_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    place       BIGINT      NOT NULL,
    standing    VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    won         DATETIME(3) NOT NULL,
    pay_by      DATETIME(3) NOT NULL,
    settled     DATETIME(3) NULL,
    PRIMARY KEY (activity_id, user_id),
    CONSTRAINT orders_order_id UNIQUE (order_id),
    CONSTRAINT orders_place UNIQUE (activity_id, place)
);
