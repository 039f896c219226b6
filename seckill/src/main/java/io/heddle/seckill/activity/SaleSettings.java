package io.heddle.seckill.activity;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Secret;
import io.heddle.seckill.journalled.JournalSettings;
import io.heddle.seckill.redis.RedisSettings;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sql.SqlForm;
import java.time.Duration;
import java.util.Optional;

/// The engine, and who may ask it.
///
/// @param engine what decides
/// @param folder where the journal is; `sale` in the folder of the service when absent
/// @param hold how long a unit is held for its winner to pay, where a sale does not say
/// @param userRate how many claims a second a user may send, 0 for any number
/// @param admissionSecret what signs the tickets without which nobody may claim; none are needed when it is empty
/// @param admissionValid how long a ticket is good for
/// @param adminToken what edits must show as their bearer token; nothing when empty
/// @param productToken what the service `product` wants for edits, for the demo
/// @param demo whether a product and a sale are made where there is no sale at all
/// @param journal what keeps the journal
/// @param redis where the sales are with the engine `REDIS`
/// @param sqlForm how a claim is put to the database with the engine `SQL`
public record SaleSettings(
        @Default("JOURNAL") EngineKind engine,
        Optional<String> folder,
        @Default("15m") Duration hold,
        @Default("0") @Bounds(min = 0, max = 65_535) int userRate,
        @Secret @Default("") String admissionSecret,
        @Default("10m") Duration admissionValid,
        @Secret @Default("") String adminToken,
        @Secret @Default("") String productToken,
        @Default("false") boolean demo,
        JournalSettings journal,
        RedisSettings redis,
        @Default("CLASSIC") SqlForm sqlForm) {
    /// What decides.
    public enum EngineKind {
        /// A journal in this process.
        JOURNAL,
        /// A Redis.
        REDIS,
        /// The database.
        SQL
    }

    /// Checks the times, and that somebody can issue tickets where they are needed.
    public SaleSettings {
        if (hold.compareTo(Duration.ofSeconds(1)) < 0 || hold.compareTo(Terms.LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException("hold must be from 1s to 30d");
        } else if (!admissionValid.isPositive()) {
            throw new IllegalArgumentException("admission_valid must be longer than zero");
        } else if (!admissionSecret.isEmpty() && adminToken.isEmpty()) {
            throw new IllegalArgumentException("admission_secret needs an admin_token, for whoever issues tickets");
        }
    }

    /// Never shows a secret.
    @Override
    public String toString() {
        return "SaleSettings[engine=" + engine + ", folder=" + folder + ", hold=" + hold + ", userRate=" + userRate
                + ", demo=" + demo + ", journal=" + journal + ", redis=" + redis + "]";
    }
}
