import type { RecipientStatus, StoredRecipient } from '@/drizzle/schema/messages';
import { isServed } from '@/lib/channels/open-recipient';
import type { Translate } from '@/lib/i18n/translate';
import type { Status } from './status';

/** Some have it and others do not. `reached`: taken for so many; of what only a sandbox has: kept for so many. */
export type Partly = { reached: number; of: number; missed: { address: string; status: RecipientStatus }[] };

type Standing = { status: Status; recipients: StoredRecipient[] };

/** Null: all have it, or nobody. */
export function partlyOf({ status, recipients }: Standing): Partly | null {
  const has = status === 'captured' ? isCaptured : isServed;
  const missed = recipients.filter((recipient) => !has(recipient));
  if (missed.length === 0 || missed.length === recipients.length) return null;
  return {
    reached: recipients.length - missed.length,
    of: recipients.length,
    missed: missed.map(({ address, status }) => ({ address, status })),
  };
}

const isCaptured = ({ status }: StoredRecipient) => status === 'captured';

type Told = { status: Status; dueAt: unknown; provider: string | null; partly: Partly | null };

/**
 * Where a message stands, in plain words: the one summary of list, page, API and commands. `t` takes the texts of the noun `outcomes`.
 * Of whom it missed two are named, of more their number.
 */
export function tellOutcome(t: Translate, told: Told): string {
  const { partly, provider } = told;
  if (!partly) return tellWhole(t, wholeKey(told), provider);
  return t(partlyKey(told, partly), { ...providerValues(provider), ...partlyValues(t, partly) });
}

/** Most messages of a list say one of a few sentences, and to put one together costs more than all else of a row. */
const MOST_SENTENCES = 500;
const sentences = new WeakMap<Translate, Map<string, string>>();

function tellWhole(t: Translate, key: string, provider: string | null): string {
  let known = sentences.get(t);
  if (!known || known.size >= MOST_SENTENCES) {
    known = new Map();
    sentences.set(t, known);
  }
  const name = `${key} ${provider ?? ''}`;
  const sentence = known.get(name) ?? t(key, providerValues(provider));
  known.set(name, sentence);
  return sentence;
}

/** Of a message that came to rest: who did not get it, and nothing else. */
export function tellMissed(t: Translate, partly: Partly): string {
  return t(isRefused(partly) ? 'missed.refused' : 'missed.others', partlyValues(t, partly));
}

/** One that was deleted has no name any more. */
function providerValues(provider: string | null) {
  return { provider: provider ?? '', known: provider ? 'with' : 'without' };
}

function partlyValues(t: Translate, { reached, of, missed }: Partly) {
  const [first, second] = missed;
  const who = t('who', {
    count: missed.length,
    first: first?.address ?? '',
    second: second?.address ?? '',
  });
  return { reached, of, who, count: missed.length };
}

function wholeKey({ status, dueAt }: Told): string {
  if (status === 'delivered') return 'sent';
  if (isForLater(status, dueAt)) return 'later';
  return WAITING.includes(status) ? 'waiting' : status;
}

const WAITING: readonly Status[] = ['queued', 'sending'];

function partlyKey({ status, dueAt }: Told, partly: Partly): string {
  if (status === 'captured') return 'partly.captured';
  if (isForLater(status, dueAt)) return 'partly.later';
  if (status === 'parked' || status === 'uncertain') return `partly.${status}`;
  if (WAITING.includes(status) || status === 'scheduled') return 'partly.waiting';
  return isRefused(partly) ? 'partly.refused' : 'partly.others';
}

function isForLater(status: Status, dueAt: unknown): boolean {
  return status === 'retrying' || (status === 'parked' && dueAt !== null);
}

function isRefused({ missed }: Partly): boolean {
  return missed.every(({ status }) => status === 'bounced');
}
