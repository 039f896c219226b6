package io.heddle.seckill.redis;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.loop.Loop.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets units come back whose time to pay is over.
final class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    /// The most wins that one script looks at.
    private static final String AT_ONCE = "100";

    private final Line line;
    private final Scripts scripts;

    Expiry(Line line, Scripts scripts) {
        this.line = line;
        this.scripts = scripts;
    }

    /// Looks at all sales once.
    Next sweep() {
        try {
            for (String sale : line.ask(commands -> commands.smembers(RedisStock.SALES))) {
                sweep(Long.parseLong(sale));
            }
            return Next.REST;
        } catch (ServiceException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("units cannot come back at present");
            return Next.BACK_OFF;
        }
    }

    /// A sale that is frozen does not keep the units of others.
    private void sweep(long activity) {
        try {
            String word = "MORE";
            while (word.equals("MORE")) {
                word = scripts.run(Script.EXPIRE, activity, AT_ONCE).word();
            }
        } catch (RedisBehindException e) {
            LOG.atDebug().setCause(e).log("the units of a frozen sale do not come back");
        }
    }
}
