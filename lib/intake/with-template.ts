import type { ParsedMessage } from '@/lib/channels/message-fields';
import { newId } from '@/lib/ids';
import { type Applied, applyTemplate } from '@/lib/templates/apply';

/** A message that names a template, with what that says: checked and rendered now, so that whoever sends it hears what is missing. */
export async function withTemplate(
  input: ParsedMessage,
  companyId: string | null,
): Promise<{ id: string; input: ParsedMessage; made?: Applied }> {
  const id = newId();
  const { template, templateVersion, language, variables } = input;
  if (template === undefined) return { id, input };
  const [recipient] = (input as ParsedMessage & { to: { email: string; name?: string }[] }).to;
  const use = { template, templateVersion, language, variables };
  const made = await applyTemplate(use, { companyId, recipient: recipient!, id });
  return { id, input: { ...input, ...made.rendered }, made };
}
