package io.heddle.seckill.product;

import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Secret;

/// Who may edit products.
///
/// @param adminToken what edits must show as their bearer token; nothing when empty
public record ProductSettings(@Secret @Default("") String adminToken) {
    /// Never shows the token.
    @Override
    public String toString() {
        return "ProductSettings[adminToken=" + (adminToken.isEmpty() ? "none" : "set") + "]";
    }
}
