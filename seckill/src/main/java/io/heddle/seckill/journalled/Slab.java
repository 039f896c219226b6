package io.heddle.seckill.journalled;

import io.heddle.seckill.sale.Standing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Up to 4,096 winners in arrays, which grow to that and are never copied again. Costs 17 bytes a winner and a
/// byte for each character of the user.
final class Slab {
    static final int SIZE = 4096;

    private static final int FIRST = 16;
    private static final int FIRST_TEXT = 128;
    private static final List<Standing> STANDINGS =
            List.of(Standing.HELD, Standing.PAID, Standing.CANCELLED, Standing.EXPIRED);

    private int count;
    private long[] won = new long[FIRST];
    private int[] hash = new int[FIRST];
    private int[] end = new int[FIRST];
    private byte[] standing = new byte[FIRST];
    private byte[] text = new byte[FIRST_TEXT];

    void add(String user, int userHash, long at) {
        if (count == won.length) {
            grow(Math.min(SIZE, 2 * count));
        }
        int start = start(count);
        int length = user.length();
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(start + length, text.length + (text.length >> 1)));
        }
        byte[] bytes = user.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, text, start, length);
        won[count] = at;
        hash[count] = userHash;
        end[count] = start + length;
        count++;
        if (count == SIZE) {
            text = Arrays.copyOf(text, start + length);
        }
    }

    private void grow(int size) {
        won = Arrays.copyOf(won, size);
        hash = Arrays.copyOf(hash, size);
        end = Arrays.copyOf(end, size);
        standing = Arrays.copyOf(standing, size);
    }

    private int start(int index) {
        return index == 0 ? 0 : end[index - 1];
    }

    boolean is(int index, String user, int userHash) {
        int start = start(index);
        if (hash[index] != userHash || end[index] - start != user.length()) {
            return false;
        }
        for (int i = 0; i < user.length(); i++) {
            if (text[start + i] != user.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int hash(int index) {
        return hash[index];
    }

    long won(int index) {
        return won[index];
    }

    String user(int index) {
        int start = start(index);
        return new String(text, start, end[index] - start, StandardCharsets.ISO_8859_1);
    }

    Standing standing(int index) {
        return STANDINGS.get(standing[index]);
    }

    void settle(int index, Standing how) {
        standing[index] = (byte) STANDINGS.indexOf(how);
    }

    /// How many bytes its arrays take.
    long bytes() {
        return (long) won.length * (Long.BYTES + 2 * Integer.BYTES + 1) + text.length;
    }
}
