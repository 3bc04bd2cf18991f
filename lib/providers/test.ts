import { providerTests } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { invalid, notFound } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { newId } from '@/lib/ids';
import { redactText } from '@/lib/redact';
import type { TestResult } from './adapter';
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
  const result = await provider.adapter.test(provider.config, {
    signal: AbortSignal.timeout(LIMIT_MS),
    message: to ? { from, to } : undefined,
  });
  const at = new Date();
  const transcript = result.transcript && hideSecrets(result.transcript, provider.config.secrets);
  await keep(ctx, provider.row.id, result, transcript, at);
  const { ok, steps, cause } = result;
  return {
    ok,
    steps,
    cause,
    summary: summarize(ctx, result, provider.row.name),
    transcript,
    at: at.toISOString(),
  };
}

async function keep(
  ctx: Context,
  providerId: string,
  result: TestResult,
  transcript: string | undefined,
  createdAt: Date,
) {
  const { ok, cause, steps } = result;
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

/** nodemailer blanks what AUTH sends; this is the net for a server that echoes a secret back. */
function hideSecrets(text: string, secrets: Record<string, string | undefined>): string {
  return Object.values(secrets).reduce<string>(
    (result, secret) => (secret && secret.length >= 4 ? result.replaceAll(secret, '••••') : result),
    redactText(text),
  );
}
