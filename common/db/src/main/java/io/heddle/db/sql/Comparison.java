package io.heddle.db.sql;

/// How a column compares with a value.
public enum Comparison {
    /// The same.
    EQUAL("="),
    /// Another.
    NOT_EQUAL("<>"),
    /// Less.
    LESS("<"),
    /// Less or the same.
    AT_MOST("<="),
    /// More.
    MORE(">"),
    /// More or the same.
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }
}
