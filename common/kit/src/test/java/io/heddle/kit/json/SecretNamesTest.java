package io.heddle.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "passwords",
                "db_password",
                "dbPassword",
                "database.password",
                "password_hash",
                "client-secret",
                "secretKey",
                "api_key",
                "apiKey",
                "key",
                "token",
                "access_token",
                "tokens",
                "PASSWORD",
                "credentials"
            })
    void isTheNameOfASecret(String name) {
        assertThat(SecretNames.secret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name", "key_id", "keyboard", "token_file", "monkey", "secretary", "pass", "level"})
    void isNot(String name) {
        assertThat(SecretNames.secret(name)).isFalse();
    }
}
