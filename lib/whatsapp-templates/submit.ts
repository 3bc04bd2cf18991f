import { sql as raw } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { AppError, invalid } from '@/lib/errors';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import { ServiceFailure } from '@/lib/providers/service-failure';
import type { NewTemplate } from '@/lib/providers/template-api';
import { lockProvider } from '@/lib/providers/write';
import { refusal } from '@/lib/refusals';
import { liquidTokens } from '@/lib/templates/engine/liquid-tokens';
import { faultAt } from '@/lib/templates/problems';
import { type Able, ableProvider } from './able';
import { storeBinding } from './bind';
import { getProviderTemplates } from './list';
import { type OurText, ourText } from './our-text';
import { MAX_BODY, type ProviderTemplatesView, type SubmitInput } from './schema';
import { exampleOf, flawOfValue } from './values';

/**
 * Hands a new template in to be approved, with examples for those who do that, and binds it to ours: it stands for ours once it is approved.
 * @throws AppError not_found, validation_failed, conflict where the service said no, forbidden
 */
export async function submitTemplate(
  ctx: Context,
  { id, ...input }: SubmitInput & { id: string },
): Promise<ProviderTemplatesView> {
  const provider = await ableProvider(ctx, id);
  // Before anybody outside is asked.
  mayChange(ctx, provider.row.companyId);
  const ours = await ourText(ctx, input);
  const { body, values, examples } = toApprove(input.body, ours);
  const { name, nameLanguage, category, language } = input;
  const made = await handIn(provider, { name, language: nameLanguage, category, body, examples });
  await mutation(ctx, 'whatsapp_template.submit', async (tx) => {
    const { id: providerId, companyId } = await lockProvider(tx, ctx, provider.row.id);
    await tx.execute(raw`
      insert into whatsapp_templates (provider_id, name, language, title, category, state, header, body, parameters, seen_at)
      values (${providerId}, ${made.name}, ${made.language}, ${input.name}, ${made.category}, ${made.state}, 'none', ${body},
        ${JSON.stringify(Object.keys(values))}::jsonb, now())
      on conflict (provider_id, name, language) do update set state = excluded.state, category = excluded.category, body = excluded.body,
        parameters = excluded.parameters, changed_at = now()`);
    const binding = { language, name: made.name, nameLanguage: made.language, values };
    await storeBinding(tx, { ...binding, providerId, templateId: ours.template.id });
    return { result: undefined, subjectId: providerId, ownerId: companyId, after: input };
  });
  return getProviderTemplates(ctx, { id });
}

type ToApprove = { body: string; values: Record<string, string>; examples: string[] };

/** `Hello {{ customer }}` as `Hello {{1}}`; the same twice is one. @throws AppError validation_failed */
function toApprove(given: string, ours: OurText): ToApprove {
  const values: Record<string, string> = {};
  let body = '';
  let read = 0;
  for (const { text, at } of liquidTokens(given)) {
    if (text.startsWith('{%')) throw invalid('body', 'no_conditions', { token: text.slice(0, 40) });
    const flaw = flawOfValue(text, ours);
    if (flaw)
      throw new AppError('validation_failed', 'A variable cannot be filled in.', {
        errors: [faultAt('body', flaw)],
      });
    const known = Object.keys(values).find((number) => values[number] === text);
    const number = known ?? String(Object.keys(values).length + 1);
    values[number] = text;
    body += `${given.slice(read, at)}{{${number}}}`;
    read = at + text.length;
  }
  body += given.slice(read);
  // Refused there with 2388299: a variable needs words around it.
  if (/^[^\p{L}\p{N}]*\{\{\d+\}\}|\{\{\d+\}\}[^\p{L}\p{N}]*$/u.test(body))
    throw invalid('body', 'variable_at_edge');
  const examples = Object.values(values).map((source) => exampleOf(ours.rendition, source));
  const longest = body.length + examples.join('').length;
  if (longest > MAX_BODY) throw invalid('body', 'too_long', { max: MAX_BODY });
  return { body, values, examples };
}

async function handIn({ api, config, row }: Able, template: NewTemplate) {
  try {
    return await api.submit(config, template);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    const words = hideSecrets(error.message, config.secrets).slice(0, 500);
    throw new AppError(
      'conflict',
      `${row.name} did not take the template: ${words}`,
      refusal('whatsapp_template_refused', { name: row.name, words }),
    );
  }
}
