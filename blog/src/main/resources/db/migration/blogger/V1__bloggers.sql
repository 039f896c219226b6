-- author: heddle
CREATE TABLE blogger (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name          VARCHAR(50)  NOT NULL,
    about         VARCHAR(500) NOT NULL,
    password_hash VARCHAR(100) NOT NULL,
    registered    DATETIME(6)  NOT NULL,
    CONSTRAINT blogger_name UNIQUE (name)
);
