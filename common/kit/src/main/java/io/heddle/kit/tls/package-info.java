/// Whom this process trusts, and what it shows to others. Nothing but settings:
/// {@link io.heddle.kit.tls.TlsSettings}. Floor 0.
@NullMarked
package io.heddle.kit.tls;

import org.jspecify.annotations.NullMarked;
