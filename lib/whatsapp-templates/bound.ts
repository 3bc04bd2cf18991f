import type { ParsedMessage } from '@/lib/channels/message-fields';
import { sql } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Applied } from '@/lib/templates/apply';
import { renditionById } from '@/lib/templates/renditions';
import { fillIn } from './values';

type Of = { providerId: string; name: string; language: string; values: Record<string, string> };

/**
 * The approved templates that stand for the one a message is made with, filled in for it, by provider: who carries it is not known yet.
 * One that does not fit the variables any more stands for nothing.
 */
export async function boundTo(
  { templateId, language, stored }: Applied,
  about: { recipient: { email: string; name?: string }; id: string },
): Promise<ParsedMessage['bound']> {
  const bindings = await sql()<Of[]>`
    select provider_id as "providerId", name, name_language as language, values from whatsapp_bindings
    where template_id = ${templateId} and language = ${language}`;
  if (bindings.length === 0) return undefined;
  const rendition = (await renditionById(stored.rendition))!;
  const { recipient, id } = about;
  const told = { variables: stored.variables, recipient, message: { id }, now: stored.now };
  const entries = bindings.flatMap(({ providerId, values, ...named }) => {
    try {
      return [[providerId, { ...named, variables: fillIn(rendition, values, told) }] as const];
    } catch (error) {
      log.warn('an approved template cannot be filled in', { providerId, error: errorMessage(error) });
      return [];
    }
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
