-- author: heddle
CREATE TABLE product (
    id          BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name        VARCHAR(200)   NOT NULL,
    description VARCHAR(4000)  NOT NULL,
    price       DECIMAL(12, 2) NOT NULL,
    inventory   INT            NOT NULL
);
