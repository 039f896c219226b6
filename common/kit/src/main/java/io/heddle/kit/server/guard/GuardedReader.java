package io.heddle.kit.server.guard;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.server.guard.PeerClock.Part;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import java.time.Duration;

/// What Helidon's parser reads from. Tells the clock which part of a request is being waited for, and reads the
/// lines between chunks itself: their length is bounded, extensions and trailers are skipped, and a huge chunk is
/// handed on in pieces instead of being held whole.
///
/// The parser tells no one where a request ends: it is over when the parser looks for the next request line.
final class GuardedReader extends DataReader {
    private static final int LONGEST_CHUNK_LINE = 1024;
    private static final int LONGEST_TRAILERS = 8192;
    private static final int LONGEST_SIZE = 15;
    private static final int LARGEST_PIECE = 1 << 16;

    private final PeerClock clock;
    private volatile boolean bodyLeft;
    private boolean ahead;
    private boolean chunked;
    private boolean lastChunk;
    private long chunkLeft;

    GuardedReader(Guards guards, HelidonSocket socket) {
        this(new PeerClock(guards, socket));
    }

    private GuardedReader(PeerClock clock) {
        super(clock);
        this.clock = clock;
    }

    boolean late(long now) {
        return clock.late(now);
    }

    /// When something last came, on the clock of {@link System#nanoTime()}.
    long moved() {
        return clock.moved();
    }

    boolean idle() {
        return clock.idle();
    }

    /// Whether the connection stops while the peer may still be sending: in the middle of a request, or because it
    /// sends requests ahead of their answers.
    boolean unfinished() {
        boolean within = clock.part() == Part.HEAD || (clock.part() == Part.BODY && bodyLeft);
        return !clock.ended() && (within || ahead || available() > 0);
    }

    boolean inHead() {
        return clock.part() == Part.HEAD || clock.part() == Part.IDLE;
    }

    /// Whether the peer has closed its side.
    boolean ended() {
        return clock.ended();
    }

    /// Looks whether the peer is still there, while a request that came whole is being answered.
    void lookAhead(Runnable whenDone) {
        if (clock.part() == Part.BODY && !bodyLeft) {
            clock.lookAhead(whenDone);
        }
    }

    void bodyRead() {
        bodyLeft = false;
    }

    void prologueRead() {
        if (clock.part() == Part.IDLE) {
            clock.begin(Part.HEAD);
        }
    }

    void headRead(boolean withBody) {
        bodyLeft = withBody;
        chunked = false;
        lastChunk = false;
        chunkLeft = 0;
        clock.begin(Part.BODY);
    }

    /// No limit from here on.
    void park() {
        clock.begin(Part.PARKED);
    }

    void linger(Duration time) {
        clock.begin(Part.HEAD);
        clock.limit(time);
    }

    @Override
    public int findNewLine(int max) {
        if (clock.part() == Part.BODY) {
            clock.begin(Part.IDLE);
            ahead |= available() > 0;
        }
        return super.findNewLine(max);
    }

    /// The size of the next piece, or the empty line behind the last chunk.
    @Override
    public String readLine() {
        chunked = true;
        if (lastChunk) {
            skipTrailers();
            return "";
        }
        if (chunkLeft == 0) {
            chunkLeft = chunkSize(line(LONGEST_CHUNK_LINE));
            lastChunk = chunkLeft == 0;
        }
        return Long.toHexString(Math.min(chunkLeft, LARGEST_PIECE));
    }

    @Override
    public BufferData readBuffer(int length) {
        BufferData data = getBuffer(length);
        super.skip(length);
        chunkLeft -= chunked ? length : 0;
        return data;
    }

    /// Between the pieces of one chunk there is no line break to skip, and behind the last piece there must be one.
    @Override
    public void skip(int length) {
        if (!chunked || clock.part() != Part.BODY) {
            super.skip(length);
        } else if (chunkLeft == 0 && !line(2).isEmpty()) {
            throw broken();
        }
    }

    private void skipTrailers() {
        int left = LONGEST_TRAILERS;
        String line = line(left);
        while (!line.isEmpty()) {
            left -= line.length() + 2;
            line = line(left);
        }
    }

    private String line(int max) {
        try {
            int length = max <= 0 ? max : super.findNewLine(max);
            if (length >= max) {
                throw broken();
            }
            String line = readAsciiString(length);
            super.skip(2);
            return line;
        } catch (IncorrectNewLineException e) {
            throw broken();
        }
    }

    private static long chunkSize(String line) {
        int end = line.indexOf(';');
        String digits = end < 0 ? line : line.substring(0, end).stripTrailing();
        if (digits.isEmpty()
                || digits.length() > LONGEST_SIZE
                || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            throw broken();
        }
        return Long.parseLong(digits, 16);
    }

    private static ServiceException broken() {
        return ServiceException.of(Status.BAD_REQUEST, "the body is not chunked as it says");
    }
}
