/// The config centre as a program.
@NullMarked
package io.heddle.configcenter;

import org.jspecify.annotations.NullMarked;
