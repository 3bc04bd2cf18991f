import type { Context } from '@/lib/context';
import { translator } from '@/lib/i18n/translate';
import { testAllProviders } from '@/lib/providers/health/test-all';
import { keepingKinds } from '@/lib/providers/keeps';
import { listProviders } from '@/lib/providers/list';
import type { Examined } from './examined';

/** Each connects and signs in; nothing is sent. One that a person paused is nobody's fault. */
export async function examineProviders(ctx: Context): Promise<Examined> {
  const t = translator(ctx.locale);
  const { data } = await listProviders(ctx);
  const sending = data.filter(({ active, kind }) => active && !keepingKinds().includes(kind));
  if (sending.length === 0) {
    const none = {
      subject: t('doctor.areas.providers'),
      severity: 'warning' as const,
      code: 'no_provider',
      what: t('doctor.findings.no_provider.what'),
      remedy: t('doctor.findings.no_provider.remedy'),
    };
    return { looked: 0, findings: [none] };
  }
  const tests = (await testAllProviders(ctx)).data;
  const findings = sending.flatMap(({ id, name, health }): Examined['findings'] => {
    const test = tests.find((one) => one.id === id);
    if (test && !test.ok)
      return [
        {
          subject: name,
          severity: 'error',
          code: `provider_${test.cause ?? 'protocol'}`,
          what: t('doctor.findings.provider_fails.what', { name, cause: test.cause ?? 'protocol' }),
          remedy: test.summary,
        },
      ];
    if (health.breaker === 'closed') return [];
    const stopped = {
      what: 'doctor.findings.provider_stopped.what',
      remedy: 'doctor.findings.provider_stopped.remedy',
    };
    return [
      {
        subject: name,
        severity: 'warning',
        code: 'provider_stopped',
        what: t(stopped.what, { name, count: health.consecutiveFailures }),
        remedy: t(stopped.remedy),
      },
    ];
  });
  return { looked: sending.length, findings };
}
