import type { AttemptView, CandidateView } from '@/lib/messages/view-schema';

/** `key` names the text `messages.why.<key>`. */
export type Explanation = {
  key: string;
  /** The one whose turn came before. */
  after?: string;
  /** Those that would have been as good; for `putBehind`, better. */
  equals?: string[];
  /** Ranked after the one that was used, in order. */
  next: CandidateView[];
  /** Passed over, for reasons that an administrator may want to do something about. */
  skipped: CandidateView[];
  /** Mail of the sender's domain fails DMARC by the one that was used. */
  breaks: boolean;
};

/** Of no interest to who asks why this provider: they say what the message is, not how the providers are. */
const SELF_EVIDENT = new Set([
  'not_requested',
  'wrong_channel',
  'wrong_company',
  'pinned_after_interruption',
]);

/** Put behind the others: worth saying of one that is next in line. */
export const DEMOTED = new Set(['unhealthy', 'over_soft_budget', 'breaks_alignment']);

export function explainChoice({ provider, candidates }: Choice): Explanation {
  const ranked = candidates.filter((each) => each.rank !== null);
  const own = ranked.find((each) => each.provider === provider);
  const rest = {
    next: ranked.filter((each) => each.rank! > (own?.rank ?? 0) && each !== own),
    skipped: skippedAmong(candidates),
    breaks: own?.reason === 'breaks_alignment',
  };
  return { ...lead(own, ranked, candidates), ...rest };
}

/** Passed over, for reasons that an administrator may want to do something about. */
export function skippedAmong(candidates: CandidateView[]): CandidateView[] {
  return candidates.filter((each) => each.rank === null && !SELF_EVIDENT.has(each.reason));
}

type Choice = Pick<AttemptView, 'provider' | 'candidates'>;

function lead(own: CandidateView | undefined, ranked: CandidateView[], all: CandidateView[]) {
  if (!own) return { key: 'first' };
  if (all.length === 1) return { key: 'only' };
  if (all.some(({ reason }) => reason === 'pinned_after_interruption')) return { key: 'pinned' };
  if (all.some(({ reason }) => reason === 'template_of_another')) return { key: 'ownTemplate' };
  const before = ranked.find(({ rank }) => rank === own.rank! - 1);
  const after = own.fallbackOf ?? before?.provider;
  if (after) return { key: own.reason === 'fallback' ? 'fallback' : 'tookOver', after };
  if (own.strategy === 'requested' || all.some(({ reason }) => reason === 'not_requested'))
    return { key: 'requested' };
  if (ranked.length === 1) return { key: 'sole' };
  const behind = ranked.filter((each) => isDemoted(each) && isBetter(each, own));
  if (own.reason === 'preferred') return { key: 'preferred' };
  if (behind.length > 0) return { key: 'putBehind', equals: behind.map((each) => each.provider) };
  if (!own.strategy) return { key: 'first' };
  const equals = ranked.filter((each) => each !== own && isEqual(each, own)).map((each) => each.provider);
  return equals.length > 0 ? { key: 'drawn', equals } : { key: `strategy.${own.strategy}` };
}

function isEqual(other: CandidateView, own: CandidateView): boolean {
  return own.score !== undefined && other.score === own.score && !isDemoted(other);
}

function isBetter(other: CandidateView, own: CandidateView): boolean {
  return own.score !== undefined && other.score !== undefined && other.score > own.score;
}

function isDemoted({ reason }: CandidateView): boolean {
  return DEMOTED.has(reason);
}
