import type { Played, ZoneRecord, Zones } from './dns-zones';

/** Zones as people write them: `name TYPE value` a line, or `name SERVFAIL`. A TXT is all that follows, byte by byte. */
export function parseZone(text: string): Zones {
  const zones: Zones = {};
  for (const line of text.split('\n')) {
    const [, name, type, value = ''] = /^\s*(\S+) (\S+)(?: (.*))?$/.exec(line) ?? [];
    if (name && type) zones[name] = [...(zones[name] ?? []), toRecord(type, value)];
  }
  return zones;
}

function toRecord(type: string, value: string): ZoneRecord {
  if (['TIMEOUT', 'SERVFAIL', 'REFUSED', 'GARBAGE'].includes(type)) return type as Played;
  if (type !== 'MX') return { [type]: value } as ZoneRecord;
  const [preference, host = ''] = value.split(' ');
  return { MX: [Number(preference), host] };
}
