import type { Context } from '@/lib/context';
import { isMarketing } from '@/lib/templates/categories';
import { liquidTokens } from '@/lib/templates/engine/liquid-tokens';
import { ableProvider } from './able';
import { ourText } from './our-text';
import { type DraftQuery, type DraftView, MAX_BODY } from './schema';

/**
 * Those with a country that are proposed, of what WhatsApp has; of all others the language alone, which two of them have not:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages
 */
const WITH_COUNTRY = new Set(
  'en_US en_GB es_AR es_CL es_CO es_ES es_MX es_PE pt_BR pt_PT zh_CN zh_HK zh_TW'.split(' '),
);
const NEVER_ALONE: Record<string, string> = { pt: 'pt_BR', zh: 'zh_CN' };

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
  const alone = language.slice(0, 2);
  return {
    name: template.key.replaceAll('-', '_'),
    nameLanguage: WITH_COUNTRY.has(own) ? own : (NEVER_ALONE[alone] ?? alone),
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
