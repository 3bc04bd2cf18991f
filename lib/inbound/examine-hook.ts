import type { Context } from '@/lib/context';
import { getProvider } from '@/lib/providers/get';
import type { ProviderStatistics } from '@/lib/providers/health/report-schema';
import { getProviderStatistics } from '@/lib/providers/health/statistics';
import type { FoundHook } from '@/lib/providers/hook-api';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import { type LoadedProvider, loadProvider } from '@/lib/providers/load';
import { ServiceFailure } from '@/lib/providers/service-failure';
import type { Finding, HookExamination } from './examination-schema';
import { getReports } from './get-reports';
import type { ReportsView } from './report-schema';

/** What the service has there; `detail`: why it did not say. */
type Asked = { hook: FoundHook | null } | { detail: string | null };

/**
 * Looks for what keeps a provider's reports away: here, and at its service, which is asked with the key in use and changed in nothing. Nobody
 * else is asked. @throws AppError not_found
 */
export async function examineHook(
  ctx: Context,
  { id }: { id: string },
  /** For commands, whose environment may be another than that of the panel. */
  address?: string,
): Promise<HookExamination> {
  const provider = await getProvider(ctx, id);
  const reports = await getReports(ctx, { id: provider.id }, address);
  if (!reports.url) return { url: null, ok: true, findings: [] };
  const loaded = (await loadProvider(provider.id))!;
  const [asked, figures] = await Promise.all([
    askThem(loaded, reports.url),
    getProviderStatistics(ctx, { id: provider.id }),
  ]);
  const findings = [...ofHere(reports), ...ofService(asked), ...ofWhatCame(reports, figures, Date.now())];
  return { url: reports.url, ok: findings.every(({ state }) => state !== 'wrong'), findings };
}

async function askThem({ adapter, config, problem }: LoadedProvider, url: string): Promise<Asked> {
  if (problem || !adapter.hooks) return { detail: null };
  try {
    return { hook: await adapter.hooks.find(config, url) };
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    const words = hideSecrets(error.message, config.secrets).slice(0, 300);
    return { detail: `${error.problem}: ${words}` };
  }
}

const finding = (code: Finding['code'], more: Partial<Finding> = {}): Finding => ({
  code,
  state: 'good',
  who: null,
  act: null,
  at: null,
  detail: null,
  ...more,
});
const wrong = (code: Finding['code'], more: Partial<Finding> = {}): Finding =>
  finding(code, { state: 'wrong', who: 'technician', act: 'register', ...more });

function ofHere({ isPublic, proof, byApi, lastReceivedAt, lastRefused }: ReportsView): Finding[] {
  const reachedAt = [lastReceivedAt, lastRefused?.at ?? null].filter(Boolean).toSorted().at(-1) ?? null;
  const lacksProof = proof && !proof.set;
  return [
    isPublic ? finding('address') : wrong('address', { who: 'operator', act: null }),
    finding('reached', { state: reachedAt ? 'good' : 'unknown', at: reachedAt }),
    lacksProof
      ? wrong('proof', { act: byApi ? 'register' : 'settings', detail: proof.name })
      : finding('proof', { detail: proof?.name ?? null }),
  ];
}

function ofService(asked: Asked): Finding[] {
  if ('detail' in asked) return [finding('registered', { state: 'unknown', detail: asked.detail })];
  const { hook } = asked;
  if (!hook) return [wrong('registered')];
  const { missing, active, proven, confirmed } = hook;
  return [
    finding('registered'),
    active ? finding('active') : wrong('active'),
    missing.length === 0 ? finding('events') : wrong('events', { detail: missing.join(', ') }),
    ...(proven === null ? [] : [proven ? finding('proven') : wrong('proven')]),
    confirmed ? finding('confirmed') : wrong('confirmed'),
  ];
}

const HOUR_MS = 3_600_000;
/** Services tell of most messages within minutes; of what they go on trying, within hours. */
const QUIET = { afterSendMs: HOUR_MS, whileSendingMs: 6 * HOUR_MS };

function ofWhatCame(
  { lastReceivedAt, lastRefused, lastUnread }: ReportsView,
  { lastUsedAt, sent }: Pick<ProviderStatistics, 'lastUsedAt' | 'sent'>,
  now: number,
): Finding[] {
  const isRefused = lastRefused && (!lastReceivedAt || lastRefused.at > lastReceivedAt);
  const used = sent > 0 && lastUsedAt ? Date.parse(lastUsedAt) : null;
  const came = lastReceivedAt ? Date.parse(lastReceivedAt) : null;
  const isQuiet =
    used !== null &&
    (came === null || came < used) &&
    (now - used > QUIET.afterSendMs || (came !== null && now - came > QUIET.whileSendingMs));
  return [
    ...(isRefused ? [wrong('refused', { at: lastRefused.at, detail: lastRefused.reason })] : []),
    ...(lastUnread
      ? [finding('unread', { state: 'unknown', at: lastUnread.at, detail: lastUnread.error })]
      : []),
    isQuiet
      ? wrong('arriving', { at: lastReceivedAt })
      : finding('arriving', { state: came === null ? 'unknown' : 'good', at: lastReceivedAt }),
  ];
}
