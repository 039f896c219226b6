-- Asks for a unit for a user, or (look = 1) what that has come to.
-- KEYS cfg, won, pos, log; ARGV known, now, user, look
local c = redis.call('HMGET', KEYS[1], 'seq', 'gone', 'start', 'end', 'open', 'units', 'clock', 'held', 'paid', 'wins', 'hold')
local seq = tonumber(c[1] or '0')
if seq < tonumber(ARGV[1]) then return {'BEHIND', seq} end
if seq == 0 or c[2] == '1' then return {'NO_ACTIVITY', seq} end
local own = redis.call('HGET', KEYS[2], ARGV[3])
if own then return {'OWN', seq, own} end
local now = math.max(tonumber(ARGV[2]), tonumber(c[7]))
if now < tonumber(c[3]) then return {'NOT_STARTED', seq, c[3], string.format('%.0f', now)} end
if now >= tonumber(c[4]) or c[5] ~= '1' then return {'ENDED', seq} end
local held = tonumber(c[8])
if held + tonumber(c[9]) >= tonumber(c[6]) then
  return {'SOLD_OUT', seq, held == 0 and 1 or 0}
end
if ARGV[4] == '1' then return {'NONE', seq} end
local number = string.format('%.0f', seq + 1)
local position = string.format('%.0f', tonumber(c[10]) + 1)
local at = string.format('%.0f', now)
local pay_by = string.format('%.0f', now + tonumber(c[11]))
redis.call('HSET', KEYS[1], 'seq', number, 'clock', at, 'wins', position, 'held', string.format('%.0f', held + 1))
redis.call('HSET', KEYS[2], ARGV[3], position .. ' ' .. pay_by .. ' HELD')
redis.call('HSET', KEYS[3], position, ARGV[3])
redis.call('XADD', KEYS[4], number .. '-0', 'event', 'WON', 'at', at, 'position', position, 'user', ARGV[3], 'pay_by', pay_by)
return {'WON', seq + 1, position, pay_by}
