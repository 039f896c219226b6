/// The house rules as checks that every module's tests run: floors, one door a room, names, lengths, no circles.
/// The door is {@link io.heddle.rules.HouseRules}. Stands on ArchUnit and the JDK's own parser.
@NullMarked
package io.heddle.rules;

import org.jspecify.annotations.NullMarked;
