import type { TestResult } from '@/lib/channels/results';
import type { Context } from '@/lib/context';
import { type Translate, translator } from '@/lib/i18n/translate';
import { findAdapter } from '@/lib/providers/registry';

type Tested = { name: string; kind: string; settings: Record<string, unknown> };

/** What is wrong, who must act and the fix, in the reader's language; of the service's own way where there is a text for it. */
export function summarizeTest(
  ctx: Context,
  { ok, cause }: { ok: boolean; cause?: string | null },
  provider: Tested,
): string {
  const t = translator(ctx.locale);
  const { name } = provider;
  return ok
    ? t('tests.ok', { name })
    : t(`tests.causes.${textOf(cause ?? 'protocol', provider, t)}`, { name });
}

function textOf(cause: string, provider: Tested, t: Translate): string {
  const preset = presetOf(provider);
  // The services that want an app password have a sentence of their own about it.
  const ofPreset = cause === 'app_password' ? [cause, 'auth'] : [cause];
  const keys = [
    ...ofPreset.map((each) => `${each}_${preset}`),
    `${cause}_${provider.kind}`,
    ...(isApi(provider) ? [`${cause}_api`] : []),
  ];
  return keys.find((key) => t.has(`tests.causes.${key}`)) ?? cause;
}

/** It has a key and an endpoint, not a server with a port, a user name and a password. */
function isApi({ kind }: Tested): boolean {
  return kind !== 'smtp' && kind !== 'sandbox';
}

/** The preset it was made from; one that was made without is known by its server. */
function presetOf({ kind, settings: { preset, host } }: Tested): string | undefined {
  if (typeof preset === 'string' && preset !== 'own') return preset;
  const presets = Object.entries(findAdapter(kind)?.presets ?? {});
  return presets.find(([, { settings }]) => settings.host && settings.host === host)?.[0];
}

export function durationOf({ steps }: TestResult): number {
  return steps.reduce((sum, step) => sum + step.ms, 0);
}
