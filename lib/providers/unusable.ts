import { z } from 'zod';
import type { ProviderRow } from '@/drizzle/schema/providers';
import type { AnyAdapter } from './adapter';
import type { ProviderProblem } from './health/health-schema';

/** Stands in where there is no adapter or nothing that it could work with: routing passes such a provider over, a test names the cause. */
export function unusableAdapter(
  { kind, channel }: ProviderRow,
  { reason, detail }: ProviderProblem,
): AnyAdapter {
  const why = `${reason}: ${detail}`;
  return {
    kind,
    channel,
    label: kind,
    settings: z.record(z.string(), z.unknown()),
    secrets: z.record(z.string(), z.string()),
    targets: {},
    presets: {},
    carries: { unicodeLocalParts: 'always', sources: [] },
    concurrency: () => 1,
    send: async (_config, { recipients }) => ({
      outcomes: recipients.map((address) => ({
        address,
        outcome: 'refused',
        fault: 'provider',
        permanent: false,
        code: 'misconfigured',
        reply: why,
      })),
    }),
    test: async () => ({
      ok: false,
      cause: 'misconfigured',
      steps: [{ name: 'settings', ok: false, ms: 0, detail: why }],
    }),
    close: async () => undefined,
  };
}
