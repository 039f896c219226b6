package io.heddle.bench.cast;

import java.nio.file.Path;

/// What is played.
///
/// @param jar the jar of the flash sale, its libraries beside it
/// @param engine the engine of the sale: `journal` or `redis`
/// @param mariaDb whether orders are kept on a MariaDB of this cast; H2 files otherwise
/// @param folder where everybody keeps data and logs
public record Play(Path jar, String engine, boolean mariaDb, Path folder) {}
