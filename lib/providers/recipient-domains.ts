import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { shortText, uniqueList } from '@/lib/validation';

/**
 * Rules by the domain of the recipients, each named in full: `prefer` ranks the provider first where all of a message's are among them,
 * `only` keeps everything else from it, `never` keeps these from it. What is no domain is for the provider's channel to say.
 */
export const RecipientDomains = recipientRules(shortText(1000));
export type RecipientDomains = z.infer<typeof RecipientDomains>;

/** The same, of what a channel takes as a rule. */
export function recipientRules(rule: z.ZodType<string, string>) {
  const rules = uniqueList(rule, 200).optional();
  return z
    .strictObject({ prefer: rules, only: rules, never: rules })
    .superRefine(({ prefer = [], only = [], never = [] }, context) => {
      for (const [index, domain] of never.entries())
        if (prefer.includes(domain) || only.includes(domain))
          context.addIssue({
            code: 'custom',
            path: ['never', index],
            ...flaw('domain_both'),
          });
      for (const [index, domain] of prefer.entries())
        if (only.length > 0 && !only.includes(domain))
          context.addIssue({ code: 'custom', path: ['prefer', index], ...flaw('domain_not_only') });
    });
}

/** Each domain once; null where no rule is left. */
export function withoutRepeats(rules: RecipientDomains | null): RecipientDomains | null {
  const left = Object.entries(rules ?? {}).filter(([, list]) => list && list.length > 0);
  return left.length === 0
    ? null
    : Object.fromEntries(left.map(([rule, list]) => [rule, [...new Set(list)]]));
}
