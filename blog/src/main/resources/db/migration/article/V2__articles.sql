-- author: heddle
CREATE TABLE article (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    author_id BIGINT       NOT NULL,
    type_id   BIGINT       NOT NULL,
    title     VARCHAR(100) NOT NULL,
    content   MEDIUMTEXT   NOT NULL,
    written   DATETIME(6)  NOT NULL,
    CONSTRAINT article_of_type FOREIGN KEY (type_id) REFERENCES article_type (id)
);
