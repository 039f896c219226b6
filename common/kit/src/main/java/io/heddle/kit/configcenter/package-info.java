/// The configs of this process: the contract by which the config centre is read, and the client that follows it and
/// starts from a snapshot when the centre is away. The door is {@link io.heddle.kit.configcenter.ConfigFeed}. Floor
/// 5: stands on client, seal, pace and json.
@NullMarked
package io.heddle.kit.configcenter;

import org.jspecify.annotations.NullMarked;
