import type { ParsedMessage } from '@/lib/channels/message-fields';
import { getChannel } from '@/lib/channels/registry';
import { newId } from '@/lib/ids';
import { type Applied, applyTemplate } from '@/lib/templates/apply';
import { boundTo } from '@/lib/whatsapp-templates/bound';

/** A message that names a template, with what that says: checked and rendered now, so that whoever sends it hears what is missing. */
export async function withTemplate(
  input: ParsedMessage,
  companyId: string | null,
): Promise<{ id: string; input: ParsedMessage; made?: Applied }> {
  const id = newId();
  const { template, templateVersion, language, variables } = input;
  if (template === undefined) return { id, input };
  const use = { template, templateVersion, language, variables };
  const recipient = firstRecipient(input);
  const made = await applyTemplate(use, { companyId, recipient, id });
  const { html, ...others } = made.rendered;
  const takesHtml = getChannel(input.channel).form.parts.includes('html');
  const bound = input.channel === 'whatsapp' ? await boundTo(made, { recipient, id }) : undefined;
  return { id, input: { ...input, ...others, ...(takesHtml && { html }), ...(bound && { bound }) }, made };
}

type Recipient = { email: string; name?: string };

/** Of a channel whose recipients have no name: the address alone. */
function firstRecipient({ to }: ParsedMessage & { to?: unknown }): Recipient {
  const [first] = [to].flat() as (string | Recipient)[];
  return typeof first === 'object' ? first : { email: first ?? '' };
}
