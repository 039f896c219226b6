-- author: heddle
CREATE INDEX article_by_author ON article (author_id, id);
