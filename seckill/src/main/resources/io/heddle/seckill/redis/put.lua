-- Puts a sale up or changes its terms.
-- KEYS cfg, won, pos, log; ARGV known, now, units, start, end, hold, open
local c = redis.call('HMGET', KEYS[1], 'seq', 'gone', 'units', 'start', 'end', 'hold', 'open', 'clock', 'held', 'paid', 'wins')
local seq = tonumber(c[1] or '0')
if seq < tonumber(ARGV[1]) then return {'BEHIND', seq} end
if c[2] == '1' then return {'GONE', seq} end
if seq > 0 then
  local same = true
  for i = 3, 7 do same = same and c[i] == ARGV[i] end
  if same then return {'SAME', seq} end
  local live = tonumber(c[9]) + tonumber(c[10])
  if tonumber(ARGV[3]) < live then return {'LIVE', seq, live} end
  if c[6] ~= ARGV[6] and c[11] ~= '0' then return {'HOLD', seq, c[6]} end
else
  redis.call('HSET', KEYS[1], 'gone', '0', 'held', '0', 'paid', '0', 'wins', '0', 'due', '1')
end
local number = string.format('%.0f', seq + 1)
local at = string.format('%.0f', math.max(tonumber(ARGV[2]), tonumber(c[8] or '0')))
redis.call('HSET', KEYS[1], 'seq', number, 'clock', at, 'units', ARGV[3], 'start', ARGV[4], 'end', ARGV[5],
  'hold', ARGV[6], 'open', ARGV[7])
redis.call('XADD', KEYS[4], number .. '-0', 'event', 'ARRANGED', 'at', at, 'units', ARGV[3], 'start', ARGV[4],
  'end', ARGV[5], 'hold', ARGV[6], 'open', ARGV[7])
return {'DONE', seq + 1}
