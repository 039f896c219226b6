package io.heddle.seckill.journal;

/// The mark on a virtual disk.
final class VirtualMark implements Mark {
    private final VirtualDisk disk;

    VirtualMark(VirtualDisk disk) {
        this.disk = disk;
    }

    @Override
    public long read() {
        return disk.mark();
    }

    @Override
    public void write(long count) {
        disk.mark(count);
        disk.at(VirtualDisk.Point.MARKED);
    }

    @Override
    public void close() {}
}
