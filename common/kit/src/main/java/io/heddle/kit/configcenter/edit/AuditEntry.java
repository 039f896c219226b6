package io.heddle.kit.configcenter.edit;

import java.time.Instant;

/// Something that somebody did.
///
/// @param time when
/// @param author the name of the token that was shown, `local` when none was needed
/// @param action what, for example `publish`
/// @param config the config it was done to, empty for none
/// @param service the service, with its label when there is one, empty for none
/// @param detail the rest; never a value
public record AuditEntry(Instant time, String author, String action, String config, String service, String detail) {}
