-- Lets units come back whose time to pay is over, the oldest first.
-- KEYS cfg, won, pos, log; ARGV known, now, limit
local c = redis.call('HMGET', KEYS[1], 'seq', 'clock', 'held', 'due', 'wins')
local seq = tonumber(c[1] or '0')
if seq < tonumber(ARGV[1]) then return {'BEHIND', seq} end
local now = math.max(tonumber(ARGV[2]), tonumber(c[2] or '0'))
local at = string.format('%.0f', now)
local held = tonumber(c[3] or '0')
local due = tonumber(c[4] or '1')
local first = due
local last = math.min(tonumber(c[5] or '0'), due + tonumber(ARGV[3]) - 1)
while due <= last and held > 0 do
  local position = string.format('%.0f', due)
  local user = redis.call('HGET', KEYS[3], position)
  local pay_by, standing = string.match(redis.call('HGET', KEYS[2], user), '^%d+ (%d+) (%u+)$')
  if standing == 'HELD' then
    if now < tonumber(pay_by) then break end
    seq = seq + 1
    held = held - 1
    redis.call('HSET', KEYS[2], user, position .. ' ' .. pay_by .. ' EXPIRED')
    redis.call('XADD', KEYS[4], string.format('%.0f-0', seq), 'event', 'SETTLED', 'at', at, 'position', position,
      'standing', 'EXPIRED')
  end
  due = due + 1
end
if seq > tonumber(c[1] or '0') then
  redis.call('HSET', KEYS[1], 'seq', string.format('%.0f', seq), 'clock', at, 'held', string.format('%.0f', held))
end
if due > first then
  redis.call('HSET', KEYS[1], 'due', string.format('%.0f', due))
end
return {due > last and due - first == tonumber(ARGV[3]) and 'MORE' or 'DONE', seq}
