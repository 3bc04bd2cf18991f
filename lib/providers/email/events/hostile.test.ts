import { describe, expect, it } from 'vitest';
import { listAdapters } from '@/lib/providers/registry';
import { parseEvents } from '@/lib/testing/parse-events';

const kinds = listAdapters().flatMap(({ kind, events }) => (events ? [kind] : []));

describe.each(kinds)('%s', (kind) => {
  it.each([
    '',
    'null',
    '[]',
    '{}',
    '7',
    '"x"',
    '[[[]]]',
    '[null,{"event":null}]',
    '{"event-data":7}',
    '{"data":{"to":7}}',
    '{"__proto__":{"x":1},"RecordType":"constructor"}',
    '{"Type":"Notification","MessageId":"1","Message":"{"}',
    '[{"event":"__proto__","email":"a@b.c","sg_message_id":"x"}]',
    '{"event":"toString","email":"a@b.c","message-id":"x"}',
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    '\u0000',
    '{"event":"delivered"',
  ])('reads %j as nothing, or not at all', (text) => {
    let told: unknown;
    try {
      told = parseEvents(kind, text);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      told = [];
    }
    expect(told).toEqual([]);
  });
});
