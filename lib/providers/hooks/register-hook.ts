import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { getProvider } from '@/lib/providers/get';
import type { HookProof, RegisteredHook } from '@/lib/providers/hook-api';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import { type LoadedProvider, loadProvider } from '@/lib/providers/load';
import { SERVICE_PROBLEMS, ServiceFailure, type ServiceProblem } from '@/lib/providers/service-failure';
import { lockProvider } from '@/lib/providers/write';
import { refusal } from '@/lib/refusals';
import { claimHook, endClaim } from './claim-hook';
import type { HookSetUpView } from './hook-schema';
import { hookUrl, isReachable } from './public-address';
import { storeProof } from './store-proof';

/**
 * Has the provider's service told, by its API, to post what became of messages here. What others set up there stays; done twice it
 * changes nothing the second time. @throws AppError not_found; conflict where that cannot be asked for now, or somebody else is at it
 */
export async function registerHook(
  ctx: Context,
  { id }: { id: string },
  /** For commands, whose environment may be another than that of the panel. */
  address?: string,
): Promise<HookSetUpView> {
  const { id: providerId } = await getProvider(ctx, id);
  const provider = (await loadProvider(providerId))!;
  const url = hookUrl(providerId, address);
  checkPossible(provider, url);
  const claim = await mutation(ctx, 'provider_hook.register', async (tx) => {
    const { companyId, name } = await lockProvider(tx, ctx, providerId);
    const result = await claimHook(tx, providerId);
    if (!result)
      throw new AppError(
        'conflict',
        `Somebody is setting up the reports of ${name} at this moment.`,
        refusal('hook_under_way', { name }),
      );
    return { result, subjectId: providerId, ownerId: companyId, after: { url } };
  });
  const stored: string[] = [];
  // A service may repeat in its refusal what it was given.
  const fresh: Record<string, string | undefined> = {};
  try {
    // As it is now that nobody else is at it.
    const { config } = (await loadProvider(providerId))!;
    const done = await provider.adapter.hooks!.register(config, url, async (proof) => {
      stored.push(...namesOf(proof));
      Object.assign(fresh, proof.secrets);
      await storeProof(ctx, providerId, proof);
    });
    return await finish(ctx, provider, claim, url, { ...view(done), stored });
  } catch (error) {
    if (error instanceof ServiceFailure)
      return await finish(ctx, provider, claim, null, { ...failed(provider, error, fresh), stored });
    await endClaim(providerId, claim);
    throw error;
  }
}

function checkPossible({ adapter, row: { name }, problem }: LoadedProvider, url: string): void {
  if (problem)
    throw new AppError(
      'conflict',
      `The settings of ${name} cannot be read.`,
      refusal('provider_unreadable', { name }),
    );
  if (!adapter.hooks)
    throw new AppError(
      'conflict',
      `The service of ${name} cannot be told by its API where to post: set it up by hand.`,
      refusal('hook_by_hand', { name }),
    );
  if (!isReachable(url))
    throw new AppError(
      'conflict',
      'A service can post only to an https:// address that the world knows: set PUBLIC_URL.',
      refusal('no_public_url'),
    );
}

/** What came of it stands in the audit log beside who asked for it. */
async function finish(
  ctx: Context,
  { row }: LoadedProvider,
  claim: Date,
  url: string | null,
  result: HookSetUpView,
): Promise<HookSetUpView> {
  return mutation(ctx, url ? 'provider_hook.set_up' : 'provider_hook.give_up', async (tx) => {
    await endClaim(row.id, claim, url, tx);
    const { state: _, ...after } = result;
    return { result, subjectId: row.id, ownerId: row.companyId, after };
  });
}

function namesOf({ settings, secrets }: HookProof<object, object>): string[] {
  return Object.keys({ ...settings, ...secrets });
}

function view({ did, added }: RegisteredHook): Omit<HookSetUpView, 'stored'> {
  return { state: 'done', did, added, problem: null, detail: null };
}

function failed(
  { config }: LoadedProvider,
  { problem, message }: ServiceFailure,
  fresh: Record<string, string | undefined>,
): Omit<HookSetUpView, 'stored'> {
  return {
    state: 'failed',
    did: null,
    added: [],
    problem: isProblem(problem) ? problem : 'refused',
    detail: hideSecrets(hideSecrets(message, config.secrets), fresh).slice(0, 500),
  };
}

function isProblem(problem: string): problem is ServiceProblem {
  return SERVICE_PROBLEMS.includes(problem as ServiceProblem);
}
