/// What a contract method may return beside a plain value: a page, a status with headers, ready bytes, live events.
@NullMarked
package io.heddle.contract.reply;

import org.jspecify.annotations.NullMarked;
