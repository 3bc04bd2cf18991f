import { providerTests } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { invalid, notFound } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { newId } from '@/lib/ids';
import type { ProviderConfig, TestResult } from './adapter';
import { hideSecrets } from './hide-secrets';
import { loadProvider } from './load';
import type { TestView } from './schema';

const LIMIT_MS = 12_000;

/** Connects for real and tells what happened; with `to`, sends a real message as well. Kept as history. @throws AppError not_found */
export async function testProvider(ctx: Context, { id, to }: { id: string; to?: string }): Promise<TestView> {
  const provider = await loadProvider(id);
  if (!provider) throw notFound('provider', id);
  const { fromEmail, fromName } = provider.row;
  if (to && !fromEmail) throw invalid('to', 'Set the sender address of this provider first.');
  const from = { email: fromEmail ?? '', name: fromName ?? undefined };
  const result = withoutSecrets(
    await provider.adapter.test(provider.config, {
      signal: AbortSignal.timeout(LIMIT_MS),
      message: to ? { from, to } : undefined,
    }),
    provider.config.secrets,
  );
  const at = new Date();
  await keep(ctx, provider.row.id, result, at);
  const { ok, steps, cause, transcript } = result;
  return {
    ok,
    steps,
    cause,
    summary: summarize(ctx, result, provider.row.name),
    transcript,
    at: at.toISOString(),
  };
}

function withoutSecrets(result: TestResult, secrets: ProviderConfig['secrets']): TestResult {
  return {
    ...result,
    steps: result.steps.map((step) => ({ ...step, detail: hideSecrets(step.detail, secrets) })),
    transcript: result.transcript && hideSecrets(result.transcript, secrets),
  };
}

async function keep(ctx: Context, providerId: string, result: TestResult, createdAt: Date) {
  const { ok, cause, steps, transcript } = result;
  const durationMs = steps.reduce((sum, step) => sum + step.ms, 0);
  await mutation(ctx, 'provider.test', async (tx) => {
    await tx
      .insert(providerTests)
      .values({ id: newId(), providerId, ok, cause, steps, transcript, durationMs, createdAt });
    return { result: undefined, subjectId: providerId, after: { ok, cause } };
  });
}

function summarize(ctx: Context, result: TestResult, name: string): string {
  const t = translator(ctx.locale);
  return result.ok ? t('tests.ok', { name }) : t(`tests.causes.${result.cause ?? 'protocol'}`, { name });
}
