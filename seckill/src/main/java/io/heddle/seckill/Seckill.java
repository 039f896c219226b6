package io.heddle.seckill;

/// Starts one of the services of the flash sale: `product`, `activity` or `order`.
public final class Seckill {
    private Seckill() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("name one service: product, activity or order");
        }
    }
}
