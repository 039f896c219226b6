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
            strings = {
                "dbpassword",
                "DBPassword",
                "JWTSecret",
                "MYSQLPassword",
                "MYSQL_PASSWORD",
                "APIKey",
                "password2",
                "password2confirm",
                "db2_passwd",
                "clientsecret",
                "clientsecrets",
                "accesstoken",
                "token1",
                "key",
                "key_2",
                "userapikey",
                "secretkey",
                "connection_string",
                "connectionString",
                "ConnectionStrings",
                "connectionstring",
                "signing_key_base64",
                "signingKeyBase64",
                "signing_key_b64",
                "token_hex",
                "key.pem"
            })
    void knowsThemRunTogetherNumberedOrCoded(String name) {
        assertThat(SecretNames.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "pass",
                "key_id",
                "author",
                "keyboard",
                "secre",
                "token_file",
                "monkey",
                "secretary",
                "tokenizer",
                "tokenFile2",
                "key_id_2",
                "key2id",
                "keys_of",
                "base64",
                "2",
                "hex",
                "connection",
                "string",
                "DBName",
                "bypass",
                "hockey",
                "connection_strength"
            })
    void knowsWhatIsNone(String name) {
        assertThat(SecretNames.matches(name)).isFalse();
    }
}
