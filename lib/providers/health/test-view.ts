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
  const own = `${cause}_${presetOf(provider)}`;
  if (t.has(`tests.causes.${own}`)) return own;
  // The services that want an app password have a sentence of their own about it.
  if (cause === 'app_password' && t.has(`tests.causes.auth_${presetOf(provider)}`))
    return `auth_${presetOf(provider)}`;
  const ofApi = `${cause}_api`;
  return isApi(provider) && t.has(`tests.causes.${ofApi}`) ? ofApi : cause;
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
