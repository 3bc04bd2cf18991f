import type { Context } from '@/lib/context';
import { splitText } from '@/lib/dns/split-text';
import { getDomain } from './find';
import type { RecordView } from './schema';

/** All that is wanted, and the same as lines of a zone file (RFC 1035, 5.1). @throws AppError not_found */
export async function domainRecords(
  ctx: Context,
  ref: string,
): Promise<{ data: RecordView[]; zone: string }> {
  const { records } = await getDomain(ctx, ref);
  return { data: records, zone: zoneFile(records) };
}

export function zoneFile(records: Pick<RecordView, 'name' | 'type' | 'value'>[]): string {
  return records
    .map(({ name, type, value }) => `${name}.\t3600\tIN\t${type}\t${zoneValue(type, value)}\n`)
    .join('');
}

/** A text in strings of 255 bytes, each in quotation marks; names end in a dot, or they would be below the zone. */
export function zoneValue(type: RecordView['type'], value: string): string {
  if (type !== 'TXT') return `${value.replace(/\.$/, '')}.`;
  return splitText(value)
    .map((part) => `"${part.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`)
    .join(' ');
}
