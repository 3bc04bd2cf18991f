import type { Context } from '@/lib/context';
import { isMarketing } from '@/lib/templates/categories';
import { liquidTokens } from '@/lib/templates/engine/liquid-tokens';
import { ableProvider } from './able';
import { ourText } from './our-text';
import { type DraftQuery, type DraftView, MAX_BODY } from './schema';

/** Those that WhatsApp knows with a country; of all others the language alone. */
const WITH_COUNTRY = new Set(
  'en_US en_GB es_AR es_CL es_CO es_ES es_MX es_PE pt_BR pt_PT zh_CN zh_HK zh_TW'.split(' '),
);

/**
 * What could be handed in to be approved: the text of our template without its conditions, for a person to shorten. @throws AppError
 * not_found, validation_failed, conflict
 */
export async function draftOf(
  ctx: Context,
  { id, template: ref, language }: DraftQuery & { id: string },
): Promise<DraftView> {
  await ableProvider(ctx, id);
  const { template, rendition } = await ourText(ctx, { template: ref, language });
  const own = language.replace('-', '_');
  return {
    name: template.key.replaceAll('-', '_'),
    nameLanguage: WITH_COUNTRY.has(own) ? own : language.slice(0, 2),
    category: isMarketing(template.category) ? 'marketing' : 'utility',
    body: withoutTags(rendition.text).slice(0, MAX_BODY),
  };
}

function withoutTags(text: string): string {
  let left = text;
  for (const { text: token } of liquidTokens(text))
    if (token.startsWith('{%')) left = left.replace(token, '');
  return left
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
