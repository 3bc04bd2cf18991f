import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { isStorableText, shortText, singleLine } from '@/lib/validation';

const MAX_VARIABLES_BYTES = 64 * 1024;

/** A template that one provider keeps, by its id there: what it says only that provider knows, so no other carries the message. */
export const ProviderTemplate = z.strictObject({
  /** Name or id. */
  provider: shortText(80).min(1),
  /** As its API names it: `d-…` at SendGrid, a number at Brevo, a name at Mailgun, a number or an alias at Postmark. */
  id: z.union([singleLine(200), z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)]).transform(String),
  variables: z
    .record(shortText(200), z.unknown())
    .refine((given) => JSON.stringify(given).length <= MAX_VARIABLES_BYTES, {
      ...flaw('too_large'),
      abort: true,
    })
    .refine(isStorable, flaw('broken_text'))
    .default({}),
});
export type ProviderTemplate = z.output<typeof ProviderTemplate>;

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isStorableText(name) && isStorable(inner));
}

type Told = { providerTemplate?: ProviderTemplate } & Record<string, unknown>;

/** What the template says nobody says beside it, and who carries the message is settled. */
export function checkProviderTemplate(message: Told, context: z.core.$RefinementCtx): void {
  if (!message.providerTemplate) return;
  for (const name of ['template', 'html', 'text'])
    if (message[name])
      context.addIssue({ code: 'custom', path: [name], ...flaw('provider_template_or_content') });
  if (message.providers)
    context.addIssue({ code: 'custom', path: ['providers'], ...flaw('provider_template_alone') });
}
