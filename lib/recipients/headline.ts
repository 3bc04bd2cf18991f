import type { SuppressionCause } from '@/drizzle/suppression-causes';
import { isOpen, isServed } from '@/lib/channels/open-recipient';
import type { StoryFacts, StoryMessage } from './facts';
import type { Headline, HeadlineCode, StorySuppression } from './schema';

const HOUR_MS = 3_600_000;
/** So long somebody may wonder why a message came twice. */
const SECOND_COPY_MS = 7 * 24 * HOUR_MS;

type Said = Omit<Headline, 'code'>;
/** Null: this is not what matters here. */
type Rule = (known: Known) => Said | null;

/** What the rules look at: the facts, and what several of them ask for. */
type Known = StoryFacts & {
  open: StoryMessage[];
  /** The newest of which anything is known but that it waits. */
  latest: StoryMessage | undefined;
  /** Newer than whatever arrived last: what went wrong before that is over. */
  unserved: StoryMessage[];
};

/** What matters most of what is known of a person: the first rule that has something to say. Pure: the facts are brought. */
export function chooseHeadline(facts: StoryFacts): Headline {
  const { messages } = facts;
  const served = messages.findIndex(({ recipient }) => isServed(recipient));
  const known: Known = {
    ...facts,
    open: messages.filter(stillOpen),
    latest: messages.find((message) => !stillOpen(message) && message.status !== 'canceled'),
    unserved: served === -1 ? messages : messages.slice(0, served),
  };
  for (const [code, rule] of RULES) {
    const said = rule(known);
    if (said) return { code, ...said };
  }
  return { code: 'some_arrived', ...nothing, ...countOf(messages.filter(arrived)), next: 'waiting' };
}

export function stillOpen({ status, recipient }: StoryMessage): boolean {
  return WAITING.has(status) && isOpen(recipient);
}

const WAITING: ReadonlySet<string> = new Set([
  'scheduled',
  'queued',
  'sending',
  'retrying',
  'parked',
  'uncertain',
]);

const nothing: Said = {
  actor: 'nobody',
  next: null,
  since: null,
  until: null,
  count: 0,
  messageId: null,
  provider: null,
  category: null,
  said: null,
};

/** In this order: what stops everything, then whose fault it is, then what is only to be told. */
const RULES: [HeadlineCode, Rule][] = [
  [
    'never',
    ({ messages, suppressions }) =>
      messages.length + suppressions.length === 0 ? { ...nothing, actor: 'you', next: 'compose' } : null,
  ],
  ['on_list_complaint', onList('complaint')],
  ['on_list_unsubscribe', onList('unsubscribe')],
  ['on_list_hard_bounce', onList('hard_bounce')],
  ['on_list_manual', onList('manual')],
  ['on_list_soft_bounces', onList('soft_bounces')],
  [
    'address_refused',
    ({ latest, unserved }) =>
      latest && unserved.includes(latest) && latest.recipient.status === 'bounced'
        ? {
            ...nothing,
            actor: 'you',
            next: 'message',
            since: iso(latest.told.find(({ type }) => type === 'bounced')?.at ?? latest.finishedAt),
            count: unserved.filter(({ recipient }) => recipient.status === 'bounced').length,
            messageId: latest.id,
            said: latest.recipient.reply ?? null,
          }
        : null,
  ],
  ['mailbox_full', mailboxFull],
  ['deferred', ({ open }) => waits(open, ({ reason }) => reason === 'deferred', 'nobody', 'waiting')],
  [
    'waits_provider',
    ({ open }) => waits(open, ({ reason }) => OURS.has(reason ?? ''), 'administrator', 'providers'),
  ],
  ['waits_room', ({ open }) => waits(open, ({ reason }) => ROOM.has(reason ?? ''), 'administrator', 'queue')],
  ['uncertain', ({ open }) => waits(open, ({ status }) => status === 'uncertain', 'you', 'message')],
  [
    'second_copy',
    ({ messages, now }) => {
      const found = messages.find(({ told }) => told.some(({ type }) => type === 'second_copy'));
      const at = found?.told.find(({ type }) => type === 'second_copy')?.at;
      if (!found || !at || now.getTime() - at.getTime() > SECOND_COPY_MS) return null;
      return { ...nothing, next: 'message', since: iso(at), count: 1, messageId: found.id };
    },
  ],
  [
    'failed',
    ({ latest, unserved }) =>
      latest && unserved.includes(latest) && isFailed(latest)
        ? { ...ofOne(latest), actor: 'you', next: 'message' }
        : null,
  ],
  // Of who is on it still the list itself tells.
  [
    'not_sent',
    ({ latest, unserved, suppressions }) =>
      latest?.recipient.status === 'suppressed' && unserved.includes(latest) && suppressions.length === 0
        ? { ...ofOne(latest), actor: 'you', next: 'message' }
        : null,
  ],
  [
    'complained',
    ({ latest }) => (latest?.recipient.status === 'complained' ? { ...ofOne(latest), actor: 'you' } : null),
  ],
  [
    'scheduled',
    ({ open }) =>
      open.length > 0 && open.every(({ status }) => status === 'scheduled')
        ? { ...countOf(open), next: 'waiting', until: iso(earliest(open)) }
        : null,
  ],
  ['on_its_way', ({ open }) => (open.length > 0 ? { ...countOf(open), next: 'waiting' } : null)],
  [
    'on_list_partly',
    ({ suppressions: [first] }) => (first ? { ...ofSuppression(first, 0), category: first.category } : null),
  ],
  ['captured', every(({ recipient }) => recipient.status === 'captured')],
  ['canceled', every(({ status }) => status === 'canceled')],
  ['arrived', every(({ recipient: { status } }) => status === 'delivered' || status === 'complained')],
  ['taken', every(arrived)],
];

/** Its content, its deadline, or what a provider told afterwards. */
function isFailed({ status, recipient }: StoryMessage): boolean {
  return recipient.status === 'failed' || (status === 'failed' && recipient.status === 'waiting');
}

/** A provider of ours cannot take it: nothing of the person. */
const OURS = new Set(['no_provider', 'breaker_open', 'all_failed', 'interrupted']);
/** Limits that are used up. */
const ROOM = new Set(['no_room', 'company_limit', 'warm_up']);

/** On the list for all messages, not only for newsletters. */
function onList(cause: SuppressionCause): Rule {
  return ({ suppressions, messages }) => {
    const found = suppressions.find((each) => each.whole && each.cause === cause);
    const held = messages.filter(({ recipient }) => recipient.status === 'suppressed');
    return found ? ofSuppression(found, held.length) : null;
  };
}

function ofSuppression({ lastAt, until, reason, provider }: StorySuppression, count: number): Said {
  return { ...nothing, actor: 'you', next: 'lift', since: lastAt, until, count, provider, said: reason };
}

/** Since the oldest message that met it, with nothing that arrived in between. */
function mailboxFull({ unserved, open }: Known): Said | null {
  const met = unserved.filter(
    ({ recipient, told }) =>
      (isOpen(recipient) || recipient.status === 'failed' || recipient.status === 'bounced') &&
      told.some(({ full }) => full),
  );
  const newest = met[0];
  if (!newest || unserved.slice(0, unserved.indexOf(newest)).some(({ told }) => told.length > 0)) return null;
  const first = met.flatMap(({ told }) => told.filter(({ full }) => full)).at(-1)!;
  const waiting = open.filter((message) => met.includes(message));
  return {
    ...nothing,
    actor: 'recipient',
    next: 'waiting',
    since: iso(first.at),
    until: iso(earliest(waiting)),
    count: open.length,
    messageId: newest.id,
    said: newest.told.find(({ full }) => full)?.reply ?? null,
  };
}

function waits(
  open: StoryMessage[],
  which: (message: StoryMessage) => boolean,
  actor: Said['actor'],
  next: Said['next'],
): Said | null {
  const found = open.filter(which);
  if (found.length === 0) return null;
  const oldest = found.at(-1)!;
  const told = found[0]!.told.find(({ reply }) => reply !== null);
  return {
    ...countOf(found),
    actor,
    next,
    since: iso(oldest.acceptedAt),
    until: iso(earliest(found)),
    provider: found[0]!.provider,
    said: told?.reply ?? null,
  };
}

function every(which: (message: StoryMessage) => boolean): Rule {
  return ({ messages }) =>
    messages.length > 0 && messages.every(which)
      ? { ...countOf(messages), since: iso(messages[0]!.finishedAt ?? messages[0]!.acceptedAt) }
      : null;
}

export function arrived({ recipient }: StoryMessage): boolean {
  return isServed(recipient);
}

function countOf(found: StoryMessage[]): Said {
  return { ...nothing, count: found.length, messageId: found[0]?.id ?? null };
}

function ofOne(message: StoryMessage): Said {
  const { id, finishedAt, provider, recipient } = message;
  return {
    ...nothing,
    count: 1,
    messageId: id,
    since: iso(finishedAt),
    provider,
    said: recipient.reply ?? null,
  };
}

function earliest(found: StoryMessage[]): Date | null {
  const times = found.flatMap(({ dueAt }) => dueAt?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

function iso(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
