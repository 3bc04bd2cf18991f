import { z } from 'zod';
import { getChannel } from '@/lib/channels/registry';
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
 * message. In the order in which they are tried. @throws ZodError for `to`
 */
export async function testAllProviders(
  ctx: Context,
  options: Options = {},
): Promise<{ data: NamedTestView[] }> {
  const { data } = await listProviders(ctx);
  const takes = whoTakes(data, options.to);
  const without = { ...options, to: undefined };
  const tests = await Promise.all(
    data.map((provider) => testOne(ctx, provider, takes(provider) ? options : without)),
  );
  return { data: tests.flatMap((test) => test ?? []) };
}

/** An address is for the providers of its channel. One that no channel of theirs takes was mistyped: said once, before anybody is asked. */
function whoTakes(providers: ProviderView[], to: string | undefined): (provider: ProviderView) => boolean {
  const schemas = new Map(providers.map(({ channel }) => [channel, getChannel(channel).address.schema]));
  const taking = [...schemas]
    .filter(([, schema]) => schema.safeParse(to).success)
    .map(([channel]) => channel);
  const [first] = schemas.values();
  if (to !== undefined && first && taking.length === 0)
    z.object({ to: first }).parse({ to }, { reportInput: true });
  return ({ channel }) => taking.includes(channel);
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
