import { z } from 'zod';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { MessageInput } from '@/lib/messages/schema';
import { DraftInput, previewDraft } from '@/lib/templates/preview-draft';
import { emailAddress } from '@/lib/validation';
import { acceptMessage } from './accept';
import type { Accepted } from './accepted';

export const TemplateTestInput = z.strictObject({ ...DraftInput.shape, to: emailAddress });

/** A text as it stands in an editor, with its examples, to one address: a message like any other. @throws AppError template_faulty, sender_needed */
export async function sendTemplateTest(
  ctx: Context,
  { to, ...draft }: z.output<typeof TemplateTestInput>,
): Promise<Accepted> {
  const { subject, html, text, problems } = await previewDraft(ctx, draft);
  if (problems.length > 0)
    throw new AppError('template_faulty', 'It cannot be sent as it is.', { errors: problems });
  const input = MessageInput.parse({
    to: [to],
    subject,
    html,
    text,
    priority: 'high',
    tags: ['template-test'],
  });
  return acceptMessage(ctx, input);
}
