package io.heddle.kit.server.answer;

import io.heddle.kit.server.envelope.Envelope;
import java.util.function.BooleanSupplier;

/// What all answers of a server have in common.
///
/// @param envelope writes values and errors
/// @param gzip whether answers are compressed for those who accept it
/// @param gzipMin the smallest answer that is compressed, in bytes
/// @param draining whether connections are to end with the answer in hand
public record AnswerRules(Envelope envelope, boolean gzip, int gzipMin, BooleanSupplier draining) {}
