package io.heddle.contract.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWD",
                "oldPassword",
                "password_hash",
                "secret",
                "clientSecret",
                "token",
                "X-Config-Token",
                "Authorization",
                "apiKey",
                "api_key",
                "API-KEY",
                "privateKey",
                "credentials",
                "Set-Cookie",
                "passwords",
                "database.password",
                "client-secret",
                "secretKey",
                "key",
                "access_token",
                "tokens"
            })
    void knowsSecretsByTheirNames(String name) {
        assertThat(SecretNames.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "name", "pass", "key_id", "author", "keyboard", "secre", "token_file", "monkey", "secretary"
            })
    void knowsWhatIsNone(String name) {
        assertThat(SecretNames.matches(name)).isFalse();
    }
}
