#!/bin/sh
# bench.sh: builds what is to be measured and measures it. Called by `./heddle bench [NAME...]` and, for the proof of
# the flash sale, by `./heddle prove seckill`, with JAVA_HOME on a JDK 25. Without a name it lists what can be
# measured. Results go to bench/results/NAME.md.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
java=${JAVA_HOME:?JAVA_HOME must name a JDK 25}/bin/java
quiet='--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED'

maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} $quiet" mvn -B -ntp -q -Dstyle.color=never "$@"
}

# The bench and the services, when a source is newer.
build() {
    built="$home/bench/target/bench-built"
    if [ -f "$built" ] && [ -z "$(find "$home"/pom.xml "$home"/*/pom.xml "$home"/common/*/pom.xml "$home"/*/src/main \
        "$home"/common/*/src/main -newer "$built" -print 2>/dev/null | head -n 1)" ]; then
        return 0
    fi
    echo "building"
    (cd "$home" && maven -Dmaven.test.skip=true -Dspotless.check.skip=true -pl registry-center,config-center,calc,gateway,seckill,bench -am package)
    touch "$built"
}

# peer NAME: a peer is built once; one that cannot be fetched is named and left out.
peer() {
    dir="$home/bench/peers/$1"
    if [ -f "$dir/target/$1.jar" ] && [ -z "$(find "$dir/pom.xml" "$dir/src" -newer "$dir/target/$1.jar" -print)" ]; then
        return 0
    fi
    echo "building the peer $1 (the first time Maven fetches it)"
    (cd "$dir" && maven package) || echo "the peer $1 cannot be built here and is skipped"
}

peers_of() {
    case $1 in
        client) peer clients ;;
        registry | facades) peer eureka ;;
        relay) peer cloud-gateway ;;
        all)
            peer clients
            peer eureka
            peer cloud-gateway
            ;;
    esac
}

if [ "${1:-}" = prove ]; then
    shift
    build
    # shellcheck disable=SC2086 # BENCH_FLAGS are words
    exec "$java" ${BENCH_FLAGS:-} --sun-misc-unsafe-memory-access=allow -Xmx1g \
        -cp "$home/bench/target/bench.jar:$home/bench/target/lib/*" io.heddle.bench.proof.Proof \
        "$home/seckill/target/seckill.jar" "$@"
fi

case ${1:-} in
    registry | facades | relay | config | seckill | all)
        command -v wrk >/dev/null 2>&1 || {
            echo "wrk is missing; install it (Debian: apt-get install wrk)" >&2
            exit 1
        }
        ;;
esac

build
for name in "$@"; do
    peers_of "$name"
done
clients="$home/bench/peers/clients/target"
# shellcheck disable=SC2086 # BENCH_FLAGS are words, such as -Dbench.rounds=3
exec "$java" ${BENCH_FLAGS:-} --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xmx1g \
    -cp "$home/bench/target/bench.jar:$home/bench/target/lib/*:$clients/clients.jar:$clients/lib/*" \
    io.heddle.bench.Bench "$home" "$@"
