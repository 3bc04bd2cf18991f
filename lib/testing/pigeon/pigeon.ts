import { z } from 'zod';
import type { Channel } from '@/lib/channels/channel';
import { messageFields, type ParsedMessage } from '@/lib/channels/message-fields';
import { isOpen } from '@/lib/channels/open-recipient';
import type { Outgoing } from '@/lib/channels/outgoing';
import { registerChannel } from '@/lib/channels/registry';
import { newId } from '@/lib/ids';
import type { AnyAdapter } from '@/lib/providers/adapter';
import { registerAdapter } from '@/lib/providers/registry';
import { makeSandbox } from '@/lib/providers/sandbox/make-sandbox';

/** As little like email as may be: a ring number, a slip of text, a sender that nobody needs, no subject, no files, one recipient. */
export type Slip = Outgoing & { ring: string; text: string };

/** `PY-2026-0013`, also written `py 2026 13`. */
const RING = /^([a-z]{2})[ -](\d{4})[ -](\d{1,5})$/i;

function toRing(text: string): string {
  const [, country = '', year = '', number = ''] = RING.exec(text) ?? [];
  return `${country.toUpperCase()}-${year}-${number.padStart(4, '0')}`;
}

const Ring = z.string().max(20).regex(RING, 'must be a ring number like PY-2026-0013');

const PigeonMessage = z.strictObject({
  to: Ring,
  from: Ring.optional(),
  text: z.string().min(1).max(160),
  ...messageFields,
  channel: z.literal('pigeon'),
}) satisfies z.ZodType<ParsedMessage>;
type PigeonMessage = z.output<typeof PigeonMessage>;

const pigeon: Channel<PigeonMessage, Slip> = {
  name: 'pigeon',
  input: PigeonMessage,
  form: {
    recipients: { kinds: ['to'], max: 1 },
    parts: ['from'],
    address: Ring,
    maxBytes: 640,
    groupOf: (address) => toRing(address).slice(0, 2).toLowerCase(),
  },
  limits: { maxBytes: 640 },
  address: {
    schema: Ring,
    toCompare: toRing,
    toWire: toRing,
    // Lofts carry to countries, as servers do to domains.
    groupOf: (address) => toRing(address).slice(0, 2).toLowerCase(),
    rule: z.union([Ring, z.string().regex(/^[a-z]{2}$/, 'must be a ring number or a country')]),
  },
  needsSender: false,
  prepare: async ({ to, from }) => ({
    sender: from ? { address: from } : null,
    subject: null,
    recipients: [{ kind: 'to', address: to, status: 'waiting' }],
    cargo: null,
    replyTo: null,
    headers: null,
    tracking: null,
  }),
  toOutgoing: ({ id, resendCount, recipients, text, tags, metadata }) => ({
    id,
    resendCount,
    recipients: recipients.filter(isOpen).map(({ address }) => toRing(address)),
    ring: toRing(recipients[0]!.address),
    text: text ?? '',
    tags,
    metadata: metadata ?? {},
  }),
  testMessage: (_sender, to) => ({
    id: newId(),
    resendCount: 0,
    recipients: [toRing(to)],
    ring: toRing(to),
    text: 'A test flight.',
    tags: [],
    metadata: {},
  }),
  cargoOf: ({ recipients }, sizeBytes) => ({ sizeBytes, recipients: recipients.length }),
};

/** Rings of 1900 play what the sandbox's addresses play. */
const WORDS: Record<string, string> = {
  'XX-1900-0001': 'bounce',
  'XX-1900-0002': 'down+first',
  'XX-1900-0003': 'throttle',
  'XX-1900-0004': 'timeout',
  'XX-1900-0005': 'down',
};

export const loft = makeSandbox<Slip>({
  kind: 'loft',
  channel: 'pigeon',
  label: 'Loft',
  carries: { unicodeLocalParts: 'always', sources: [] },
  wordOf: (address) => WORDS[address] ?? null,
  headOf: () => ({ from: null, subject: null }),
});

/** All there is to do for a channel and a kind of provider of its own. */
export function usePigeons(): void {
  registerChannel(pigeon as unknown as Channel);
  registerAdapter(loft as unknown as AnyAdapter);
}
