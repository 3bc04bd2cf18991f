import { z } from 'zod';
import { momentOf } from '@/components/form/local-time';
import type { ChannelForm } from '@/lib/channels/form';
import { inputOf } from '@/lib/channels/inputs';
import { flaw } from '@/lib/flaws';
import { ComposeValues } from './compose-values';
import { toMessageInput } from './to-message-input';

/** Judged as the API will: by the schema of the channel, of the message that it becomes. */
export function composeSchema(channel: string, form: ChannelForm): z.ZodType<ComposeValues, ComposeValues> {
  return ComposeValues.transform((values, context) => {
    const parsed = inputOf({ channel }).safeParse(toMessageInput(channel, form, values, []), {
      reportInput: true,
    });
    const found = [...(parsed.error?.issues ?? []), ...ownIssues(values, form)];
    context.issues.push(...(found as z.core.$ZodRawIssue[]));
    return found.length > 0 ? z.NEVER : values;
  });
}

/** What is no matter of its form, and what would be lost on the way into it. */
function ownIssues(values: ComposeValues, { recipients: { max }, maxBytes }: ChannelForm) {
  const issues: object[] = [];
  const add = (path: keyof ComposeValues, wrong: object) =>
    issues.push({ code: 'custom', path: [path], input: undefined, ...wrong });
  const [sentAt, expiresAt] = [momentOf(values.scheduledAt ?? ''), momentOf(values.expiresAt ?? '')];
  if (sentAt && sentAt.getTime() < Date.now()) add('scheduledAt', flaw('past'));
  if (expiresAt && expiresAt.getTime() <= (sentAt?.getTime() ?? Date.now()))
    add('expiresAt', flaw('expires_before'));
  if (values.way === 'template' && !values.template) add('template', flaw('required'));
  if (max === 1 && values.to.length > 1) add('to', flaw('too_many', { max }));
  for (const part of ['headers', 'metadata'] as const)
    if (hasTwice(values[part].map(({ name }) => name.trim())))
      add(part, part === 'headers' ? flaw('header_twice') : flaw('twice'));
  const bytes = values.attachments.reduce((sum, file) => sum + file.size, 0);
  if (bytes > maxBytes) add('attachments', flaw('files_too_large', { max: maxBytes / 1024 / 1024 }));
  return issues;
}

function hasTwice(names: string[]): boolean {
  const given = names.filter((name) => name !== '');
  return new Set(given).size < given.length;
}
