import { lookAtAll } from '@/lib/ai/providers/look';
import type { Context } from '@/lib/context';
import { translator } from '@/lib/i18n/translate';
import type { Examined } from './examined';

/** Whether their keys hold, by the call that costs nothing. Mail needs none of them: what fails is a warning. */
export async function examineAi(ctx: Context): Promise<Examined> {
  const t = translator(ctx.locale);
  const looks = await lookAtAll(ctx);
  const findings = looks.flatMap(({ name, fault }): Examined['findings'] =>
    fault === null
      ? []
      : [
          {
            subject: name,
            severity: fault === 'network' ? 'unknown' : 'warning',
            code: `ai_${fault}`,
            what: t('doctor.findings.ai_fails.what', { name, why: t(`ai.faults.${fault}.what`) }),
            remedy: t(`ai.faults.${fault}.fix`),
          },
        ],
  );
  return { looked: looks.length, findings };
}
