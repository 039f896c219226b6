-- author: heddle
CREATE TABLE article_type (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    title       VARCHAR(50)   NOT NULL,
    description VARCHAR(1000) NOT NULL,
    CONSTRAINT article_type_title UNIQUE (title)
);
