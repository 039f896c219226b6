-- Takes a sale away for good.
-- KEYS cfg, won, pos, log; ARGV known, now
local c = redis.call('HMGET', KEYS[1], 'seq', 'gone', 'clock', 'wins')
local seq = tonumber(c[1] or '0')
if seq < tonumber(ARGV[1]) then return {'BEHIND', seq} end
if seq == 0 or c[2] == '1' then return {'NONE', seq} end
if c[4] ~= '0' then return {'HAS_WINS', seq} end
local number = string.format('%.0f', seq + 1)
local at = string.format('%.0f', math.max(tonumber(ARGV[2]), tonumber(c[3])))
redis.call('HSET', KEYS[1], 'seq', number, 'clock', at, 'gone', '1')
redis.call('XADD', KEYS[4], number .. '-0', 'event', 'REMOVED', 'at', at)
return {'DONE', seq + 1}
