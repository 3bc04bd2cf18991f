import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { listProviders } from './list';
import type { NamedTestView } from './report-schema';
import { TEST_LIMIT_MS } from './run-test';
import type { ProviderView } from './schema';
import { testProvider } from './test';
import { summarizeTest } from './test-view';

/** All providers side by side, paused ones too: as long as the slowest takes, 10 s at most. In the order in which they are tried. */
export async function testAllProviders(
  ctx: Context,
  { limitMs = TEST_LIMIT_MS }: { limitMs?: number } = {},
): Promise<{ data: NamedTestView[] }> {
  const { data } = await listProviders(ctx);
  const tests = await Promise.all(data.map((provider) => testOne(ctx, provider, limitMs)));
  return { data: tests.flatMap((test) => test ?? []) };
}

/** One that cannot even be loaded must not hide the results of the others. Null: it was deleted meanwhile. */
async function testOne(ctx: Context, provider: ProviderView, limitMs: number): Promise<NamedTestView | null> {
  const { id, name } = provider;
  try {
    return { id, name, ...(await testProvider(ctx, { id, limitMs })) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    log.error('a provider could not be tested', { provider: name, error });
    const failure = { ok: false, cause: 'protocol' };
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
