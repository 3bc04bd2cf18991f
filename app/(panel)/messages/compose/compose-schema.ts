import { z } from 'zod';
import { AddressInput, MAX_ATTACHMENTS, MAX_MESSAGE_BYTES } from '@/lib/channels/email/schema';
import { flaw } from '@/lib/flaws';
import type { MessageInput } from '@/lib/messages/schema';
import { singleLine } from '@/lib/validation';

const address = z.string().refine((value) => AddressInput.safeParse(value).success, flaw('email'));
const MAX_MB = MAX_MESSAGE_BYTES / 1024 / 1024;

/** What a person fills in; the message it becomes is checked again by the schema of the API. */
export const ComposeForm = z
  .object({
    to: z.array(address).refine((list) => list.length > 0, flaw('recipient_needed')),
    cc: z.array(address),
    bcc: z.array(address),
    from: address.optional(),
    provider: z.string().optional(),
    subject: singleLine(998),
    text: z.string().optional(),
    html: z.string().optional(),
    attachments: z.array(z.instanceof(File)).max(MAX_ATTACHMENTS),
  })
  .superRefine(({ text, html, attachments }, context) => {
    if (!text && !html) context.addIssue({ code: 'custom', path: ['text'], ...flaw('content_needed') });
    const bytes = attachments.reduce((sum, file) => sum + file.size, 0);
    if (bytes > MAX_MESSAGE_BYTES)
      context.addIssue({
        code: 'custom',
        path: ['attachments'],
        ...flaw('files_too_large', { max: MAX_MB }),
      });
  });
export type ComposeForm = z.infer<typeof ComposeForm>;

/** The browser's reading of files comes in from outside, so that the rest is plain. */
export async function toMessageInput(
  { provider, attachments, ...message }: ComposeForm,
  toBase64: (file: File) => Promise<string>,
): Promise<MessageInput> {
  return {
    ...message,
    ...(provider && { providers: [provider] }),
    attachments: await Promise.all(
      attachments.map(async (file) => ({
        filename: file.name.replace(/[/\\]/g, '_'),
        ...(CONTENT_TYPE.test(file.type) && { contentType: file.type }),
        content: await toBase64(file),
      })),
    ),
  };
}

/** A browser leaves the type empty when it does not know the file; then the API decides by the name. */
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+$/;
