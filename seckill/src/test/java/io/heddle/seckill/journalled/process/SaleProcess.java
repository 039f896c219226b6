package io.heddle.seckill.journalled.process;

import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journalled.JournalSettings;
import io.heddle.seckill.journalled.JournalledStock;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/// A process that sells over plain sockets: each line is a user, each answer a line. It says `READY PORT` when it
/// does, and `HALTED` when its journal has failed; then it goes on answering for a moment, so that one can hear
/// what it says, and ends.
final class SaleProcess {
    static final long SALE = 42;
    static final int UNITS = 1_000_000;

    private static final int HALT_CODE = 7;
    private static final Duration LAST_WORDS = Duration.ofMillis(300);
    private static final Terms TERMS = new Terms(
            SALE,
            UNITS,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2096-01-01T00:00:00Z"),
            Terms.LONGEST_HOLD,
            true);

    private SaleProcess() {}

    public static void main(String[] arguments) throws IOException {
        JournalSettings settings = JournalSettings.of(JournalKind.valueOf(arguments[0]));
        Stock stock = JournalledStock.open(settings, Path.of(arguments[1]), InstantSource.system(), failure -> halt());
        stock.put(TERMS);
        try (ServerSocket server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            System.out.println("READY " + server.getLocalPort());
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(stock, socket));
            }
        }
    }

    private static void halt() {
        System.out.println("HALTED");
        Thread.ofPlatform().start(() -> {
            LockSupport.parkNanos(LAST_WORDS.toNanos());
            Runtime.getRuntime().halt(HALT_CODE);
        });
    }

    private static void serve(Stock stock, Socket socket) {
        try (socket;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            for (String user = lines.readLine(); user != null; user = lines.readLine()) {
                out.write((answer(stock, user) + '\n').getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            System.out.println("GONE " + e.getMessage());
        }
    }

    private static String answer(Stock stock, String user) {
        try {
            return switch (stock.claim(SALE, new UserId(user))) {
                case Claim.Won won -> "WON " + user + ' ' + won.order();
                case Claim.AlreadyWon won -> "ALREADY " + user + ' ' + won.order();
                case Claim other -> "OTHER " + user + ' ' + other;
            };
        } catch (UndecidedException e) {
            return "UNDECIDED " + user;
        }
    }
}
