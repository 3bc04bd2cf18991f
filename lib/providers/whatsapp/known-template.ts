import type { WhatsAppTemplate } from '@/lib/channels/whatsapp/schema';
import { sql } from '@/lib/database/db';

type Fault = { why: 'not_approved' | 'variables'; said: string };

/** Why WhatsApp would refuse it, by what was read of the account; null: nothing is known against it. */
export async function faultOf(
  providerId: string,
  { name, language, variables }: WhatsAppTemplate,
): Promise<Fault | null> {
  const [known] = await sql()<{ state: string; reason: string | null; parameters: string[] }[]>`
    select state, reason, parameters from whatsapp_templates
    where provider_id = ${providerId} and name = ${name}
    -- An id of Twilio stands for one language, whichever is named beside it.
    order by language = ${language} desc limit 1`;
  if (!known) return null;
  const { state, reason, parameters } = known;
  if (state !== 'approved')
    return { why: 'not_approved', said: [name, state, reason].filter(Boolean).join(', ') };
  const given = Object.keys(variables);
  const isSame = given.length === parameters.length && parameters.every((each) => given.includes(each));
  return isSame
    ? null
    : { why: 'variables', said: `${name} has ${listed(parameters)}, the message gives ${listed(given)}` };
}

function listed(names: string[]): string {
  return names.length > 0 ? names.join(', ') : 'none';
}
