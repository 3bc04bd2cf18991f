import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { domainName, uniqueList } from '@/lib/validation';

const domains = uniqueList(domainName, 200).optional();

/**
 * Rules by the domain of the recipients, each named in full: `prefer` ranks the provider first where all of a message's are among them,
 * `only` keeps everything else from it, `never` keeps these from it.
 */
export const RecipientDomains = z
  .strictObject({ prefer: domains, only: domains, never: domains })
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
export type RecipientDomains = z.infer<typeof RecipientDomains>;

/** Each domain once; null where no rule is left. */
export function withoutRepeats(rules: RecipientDomains | null): RecipientDomains | null {
  const left = Object.entries(rules ?? {}).filter(([, list]) => list && list.length > 0);
  return left.length === 0
    ? null
    : Object.fromEntries(left.map(([rule, list]) => [rule, [...new Set(list)]]));
}
