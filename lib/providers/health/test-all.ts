import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { listProviders } from '@/lib/providers/list';
import type { ProviderView } from '@/lib/providers/schema';
import { testProvider } from './connection-test';
import type { NamedTestView } from './report-schema';
import { summarizeTest } from './test-view';

type Options = { to?: string; limitMs?: number };

/**
 * All providers side by side, paused ones too, with `to` each with a real message: as long as the slowest takes, 10 s at most, 20 s with a
 * message. In the order in which they are tried.
 */
export async function testAllProviders(
  ctx: Context,
  options: Options = {},
): Promise<{ data: NamedTestView[] }> {
  const { data } = await listProviders(ctx);
  const tests = await Promise.all(data.map((provider) => testOne(ctx, provider, options)));
  return { data: tests.flatMap((test) => test ?? []) };
}

/** One that cannot even be loaded must not hide the results of the others. Null: it was deleted meanwhile. */
async function testOne(
  ctx: Context,
  provider: ProviderView,
  options: Options,
): Promise<NamedTestView | null> {
  const { id, name } = provider;
  try {
    return { id, name, ...(await testProvider(ctx, { id, ...options })) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    const noSender = error instanceof AppError && error.code === 'validation_failed';
    if (!noSender) log.error('a provider could not be tested', { provider: name, error });
    const failure = { ok: false, cause: noSender ? 'sender_missing' : 'protocol' };
    return {
      id,
      name,
      ...failure,
      steps: [],
      summary: summarizeTest(ctx, failure, provider),
      at: new Date().toISOString(),
    };
  }
}
