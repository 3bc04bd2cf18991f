import { z } from 'zod';
import { STAGES } from '@/lib/replies/meaning';
import { ReplyRuleInput, ReplyRulePatch } from '@/lib/replies/own/schema';

const { name, phrase, appliesTo, means } = ReplyRuleInput.shape;
const { note, active, position, code, waitSeconds } = ReplyRulePatch.shape;

/** As it is asked: what is left blank is not said. */
export const RuleForm = z.strictObject({
  ...{ name, phrase, appliesTo, means },
  permanent: z.enum(['code', 'no', 'yes']),
  stage: z.enum(STAGES).optional(),
  ...{ code, waitSeconds, note, active, position },
});
type RuleForm = z.output<typeof RuleForm>;

const OUTLOOKS = { code: null, no: false, yes: true } as const;

export function toFields({ permanent, ...rest }: RuleForm): ReplyRuleInput {
  return {
    ...rest,
    permanent: OUTLOOKS[permanent],
    stage: rest.stage ?? null,
    code: rest.code ?? null,
    waitSeconds: rest.waitSeconds ?? null,
    note: rest.note ?? '',
    active: rest.active ?? true,
    position: rest.position ?? 100,
  };
}

/** Of one that is stored, or of as much of a new one as is known. */
export function toForm(rule: Partial<ReplyRuleInput>): z.input<typeof RuleForm> {
  const { permanent = null, stage, code: given, waitSeconds: wait } = rule;
  return {
    name: rule.name ?? '',
    phrase: rule.phrase ?? '',
    appliesTo: rule.appliesTo ?? 'both',
    means: rule.means ?? 'user_unknown',
    permanent: permanent === null ? 'code' : permanent ? 'yes' : 'no',
    ...(stage && { stage }),
    ...(given && { code: given }),
    ...(wait && { waitSeconds: wait }),
    note: rule.note ?? '',
    active: rule.active ?? true,
    position: rule.position ?? 100,
  };
}
