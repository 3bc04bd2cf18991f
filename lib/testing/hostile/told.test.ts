import { describe, expect, it } from 'vitest';
import type { ReportedEvent } from '@/lib/events/inbound';
import { getAdapter, listAdapters } from '@/lib/providers/registry';
import { expectLinear, TEXTS } from './linear';
import { placesOf, replaceAt } from './places';
import { TOLD } from './told';
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './values';

const kinds = listAdapters().flatMap(({ kind, events }) => (events ? [kind] : []));
/** What an expression costs shows with the unit repeated; the ends of others are tried on each whole body. */
const UNITS = TEXTS.filter(([name]) => !name.includes(' and '));

function parse(kind: string, body: unknown): ReportedEvent[] {
  const { form, settings = {} } = TOLD[kind]!;
  const text =
    typeof body === 'string'
      ? body
      : form
        ? new URLSearchParams(body as never).toString()
        : JSON.stringify(body);
  const config = { id: '', name: '', version: 1, settings: settings as Record<string, unknown>, secrets: {} };
  const headers = { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' };
  return getAdapter(kind).events!.parse({ headers, body: Buffer.from(text), receivedAt: new Date() }, config);
}

it('every kind that tells of messages stands here, with something that it tells', () => {
  expect(Object.keys(TOLD).toSorted()).toEqual(kinds.toSorted());
  for (const kind of kinds) expect([kind, parse(kind, TOLD[kind]!.body).length > 0]).toEqual([kind, true]);
});

describe.each(kinds)('what %s tells', (kind) => {
  const { body, form } = TOLD[kind]!;
  const places = placesOf(body);

  it('costs no more than looks at each character, whatever text stands in any of its places', () => {
    for (const place of places) expectLinear((text) => quietly(kind, replaceAt(body, place, text)), UNITS);
    expectLinear((text) => quietly(kind, text));
  });

  it('is nothing or something, whatever value stands in any of its places', () => {
    for (const place of places)
      for (const value of form ? (place.length > 0 ? HOSTILE_TEXTS : []) : HOSTILE_VALUES)
        for (const event of quietly(kind, replaceAt(body, place, value))) {
          expect(typeof event.key).toBe('string');
          expect(event.at === null || !Number.isNaN(event.at.getTime())).toBe(true);
        }
  });
});

/** What cannot be read is kept with its error; an error of another kind than these would be one of ours. */
function quietly(kind: string, body: unknown): ReportedEvent[] {
  try {
    return parse(kind, body);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(TypeError);
    return [];
  }
}
