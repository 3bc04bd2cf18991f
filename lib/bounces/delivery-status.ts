import { type Field, findValue, parseFields } from './fields';

/** `expanded` and `relayed`: handed on to where nothing will be told of it. */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

export type RecipientReport = {
  /** As the sender wrote it, where the reporting server was told. */
  original?: string;
  /** To which it was delivered in the end: after aliases, forwards and lists. */
  final?: string;
  action?: Action;
  /** Such as 5.1.1. */
  status?: string;
  /** The words of the recipient's server. */
  diagnostic?: string;
};

export type DeliveryStatus = { message: Field[]; recipients: RecipientReport[] };

const MOST_RECIPIENTS = 100;

/**
 * `message/delivery-status` (RFC 3464) and `message/global-delivery-status` (RFC 6533): a group of fields about the message, then one for each
 * recipient, with blank lines between. Servers forget these lines, and write more of them: a recipient begins where a field comes again.
 */
export function parseDeliveryStatus(text: string): DeliveryStatus {
  const message: Field[] = [];
  const groups: Field[][] = [];
  for (const block of text.split(/\r?\n(?:[ \t]*\r?\n)+/)) {
    let group: Field[] | undefined;
    for (const field of parseFields(block.replace(/^\s+/, ''))) {
      if (!OF_RECIPIENT.has(field.name)) {
        (group ?? message).push(field);
        continue;
      }
      if (BEGINS.has(field.name) && group?.some(({ name }) => name === field.name)) group = undefined;
      if (!group) {
        group = [];
        groups.push(group);
      }
      group.push(field);
    }
  }
  return { message, recipients: join(groups).slice(0, MOST_RECIPIENTS).map(readRecipient) };
}

const BEGINS = new Set(['final-recipient', 'original-recipient']);
const OF_RECIPIENT = new Set([
  ...BEGINS,
  'x-actual-recipient',
  'action',
  'status',
  'diagnostic-code',
  'remote-mta',
  'last-attempt-date',
  'will-retry-until',
]);

/** What has no address goes with the recipient before it. */
function join(groups: Field[][]): Field[][] {
  const joined: Field[][] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last && !group.some(({ name }) => BEGINS.has(name))) last.push(...group);
    else joined.push(group);
  }
  return joined;
}

function readRecipient(group: Field[]): RecipientReport {
  const original = findValue(group, 'original-recipient');
  const final = findValue(group, 'final-recipient', 'x-actual-recipient');
  const diagnostic = group.find(({ name }) => name === 'diagnostic-code')?.value;
  return {
    original: original && addressOf(original),
    final: final && addressOf(final),
    action: readAction(findValue(group, 'action')),
    status: /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(findValue(group, 'status') ?? '')?.[0],
    diagnostic: diagnostic && untyped(diagnostic).trim(),
  };
}

function readAction(value = ''): Action | undefined {
  const [word] = /^[a-z]+/.exec(value.toLowerCase()) ?? [];
  // Exchange 5.5 and others write so.
  if (word === 'fail' || word === 'failure') return 'failed';
  if (word === 'delay') return 'delayed';
  // Exim and Postfix, asked whether an address would do.
  if (word === 'deliverable') return 'delivered';
  return ['failed', 'delayed', 'delivered', 'relayed', 'expanded'].find((action) => action === word) as
    | Action
    | undefined;
}

/** `smtp; 550 …` without what it is a kind of. */
function untyped(value: string): string {
  return value.replace(/^\s*[\w-]{1,40}\s*;/, '');
}

/** Of a field that names an address, with every letter of it written as `\x{1F9A4}`. */
const LONGEST = 3000;

/** `rfc822; <ana+2Bbills@example.com>`: the address, out of its xtext (RFC 3461, 4) or `utf-8-addr-xtext` (RFC 6533, 3). */
export function addressOf(value: string): string | undefined {
  const bare = untyped(value.slice(0, LONGEST))
    .replace(/\([^()]{0,200}\)/g, ' ')
    .trim();
  const inside = /<([^<>\s]{3,320})>/.exec(bare)?.[1] ?? bare.split(/\s/)[0]!;
  const isXtext = /^\s*utf-8/i.test(value) || /\\x\{/.test(inside);
  const decoded = isXtext
    ? inside.replace(/\\x\{([0-9a-f]{2,6})\}/gi, (all, hex) => characterOf(hex) ?? all)
    : inside.replace(/\+(2B|3D)/g, (_, hex) => (hex === '2B' ? '+' : '='));
  const address = decoded.replace(/^(?:smtp|mailto|rfc822)[:;]/i, '').replace(/^["']|["',;:.]{1,20}$/g, '');
  return /^[^\s@]{1,255}@[^\s@]{1,255}$/.test(address) ? address : undefined;
}

function characterOf(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  return code > 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}
