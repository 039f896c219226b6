/// JSON for the whole kit: Jackson, strict, snake_case, with the path of the field in every error and never a class
/// name. The door is {@link io.heddle.kit.json.Json}. Floor 0: stands on the contract only.
@NullMarked
package io.heddle.kit.json;

import org.jspecify.annotations.NullMarked;
