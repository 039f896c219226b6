-- Settles an order as PAID, CANCELLED or EXPIRED, or (how = '') only reads it.
-- KEYS cfg, won, pos, log; ARGV known, now, position, how
local c = redis.call('HMGET', KEYS[1], 'seq', 'clock', 'held', 'paid', 'hold')
local seq = tonumber(c[1] or '0')
if seq < tonumber(ARGV[1]) then return {'BEHIND', seq} end
local user = redis.call('HGET', KEYS[3], ARGV[3])
if not user then return {'NONE', seq} end
local pay_by, standing = string.match(redis.call('HGET', KEYS[2], user), '^%d+ (%d+) (%u+)$')
local now = math.max(tonumber(ARGV[2]), tonumber(c[2]))
local due = now >= tonumber(pay_by)
if standing == 'HELD' and ARGV[4] ~= '' and (due or ARGV[4] ~= 'EXPIRED') then
  standing = due and 'EXPIRED' or ARGV[4]
  seq = seq + 1
  local number = string.format('%.0f', seq)
  local at = string.format('%.0f', now)
  local paid = tonumber(c[4]) + (standing == 'PAID' and 1 or 0)
  redis.call('HSET', KEYS[1], 'seq', number, 'clock', at, 'held', string.format('%.0f', tonumber(c[3]) - 1),
    'paid', string.format('%.0f', paid))
  redis.call('HSET', KEYS[2], user, ARGV[3] .. ' ' .. pay_by .. ' ' .. standing)
  redis.call('XADD', KEYS[4], number .. '-0', 'event', 'SETTLED', 'at', at, 'position', ARGV[3], 'standing', standing)
end
return {'ORDER', seq, user, string.format('%.0f', tonumber(pay_by) - tonumber(c[5])), pay_by, standing}
