import { momentOf } from '@/components/form/local-time';
import type { Pair } from '@/components/form/pairs-field';
import type { ChannelForm, Part } from '@/lib/channels/form';
import type { MessageInput } from '@/lib/messages/schema';
import type { ComposeValues } from './compose-values';
import { contentIdOf } from './inline-file';

/** The message that the API takes of what was filled in; parts that its channel does not have are left out. `contents`: of the files, in base64. */
export function toMessageInput(
  channel: string,
  { recipients: { kinds, max }, parts }: ChannelForm,
  values: ComposeValues,
  contents: string[],
): MessageInput {
  const { to, from, replyTo, subject, html, headers, attachments } = values;
  const one = max === 1 && to.length < 2;
  const own: Record<Part, unknown> = {
    from,
    subject,
    html,
    replyTo: replyTo.length > 0 ? replyTo : undefined,
    headers: asRecord(headers),
    attachments: attachments.map((file, index) => ({
      filename: file.name.replace(/[/\\]/g, '_'),
      ...(CONTENT_TYPE.test(file.type) && { contentType: file.type }),
      ...(contentIdOf(file) && { contentId: contentIdOf(file) }),
      content: contents[index] ?? '',
    })),
  };
  const message = {
    channel,
    ...Object.fromEntries(kinds.map((kind) => [kind, values[kind]])),
    ...(one && { to: to[0] }),
    ...Object.fromEntries(parts.map((part) => [part, own[part]])),
    ...bodyOf(values),
    scheduledAt: toInstant(values.scheduledAt),
    expiresAt: toInstant(values.expiresAt),
    priority: values.priority,
    category: values.category,
    ...(values.providers.length > 0 && { providers: values.providers }),
    tags: values.tags,
    metadata: asRecord(values.metadata),
    ...(parts.includes('html') && trackingOf(values)),
  };
  const given = Object.entries(message).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as MessageInput;
}

/** What a template says nobody writes beside it. */
function bodyOf({ way, text, template, language, variables }: ComposeValues) {
  if (way === 'written') return { text };
  return { template, language, variables: variables ?? {}, subject: undefined, html: undefined };
}

/** A browser leaves the type empty when it does not know the file; then the API decides by the name. */
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

function trackingOf({ tracking }: ComposeValues) {
  if (tracking === 'settings') return undefined;
  const sees = (what: 'opens' | 'clicks') => tracking === what || tracking === 'both';
  return { tracking: { opens: sees('opens'), clicks: sees('clicks') } };
}

function toInstant(local: string | undefined): string | undefined {
  return local && (momentOf(local)?.toISOString() ?? local);
}

/** Rows left blank do not count. */
function asRecord(pairs: Pair[]): Record<string, string> | undefined {
  const filled = pairs.filter(({ name, value }) => name.trim() !== '' || value !== '');
  return filled.length > 0
    ? Object.fromEntries(filled.map(({ name, value }) => [name.trim(), value]))
    : undefined;
}
