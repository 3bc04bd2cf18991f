import type { OutgoingChat } from '@/lib/channels/chat/outgoing-chat';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import type { SendResult } from '@/lib/channels/results';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import { type OutboundReply, safeFetch } from '@/lib/outbound/safe-fetch';
import type { ApiCall, Outcome } from '../../api/call';
import { asText, readJson } from '../../api/json';
import { judge } from '../../api/judge';
import { sendOne } from '../../sms/send-one';
import { escapeForSlack } from './escape';

type Api = {
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
} & Pick<ApiCall, 'explain' | 'classify'>;

/**
 * A file with its text, in three steps, of which the last alone is seen by anybody: where to put it, the file itself, and in which channel it
 * is shown. https://docs.slack.dev/messaging/working-with-files/#upload
 */
export async function sendFile(
  api: Api,
  message: OutgoingChat & { file: OutgoingAttachment },
  signal: AbortSignal,
): Promise<SendResult> {
  const { file, to, text, recipients } = message;
  const refused = (outcome: Outcome): SendResult => ({
    outcomes: recipients.map((address) => ({ address, ...outcome })),
  });
  const query = new URLSearchParams({ filename: file.filename, length: String(file.content.length) });
  const place = await ask(
    api,
    {
      method: 'POST',
      url: `${api.url}/api/files.getUploadURLExternal`,
      headers: { ...api.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: query.toString(),
    },
    signal,
  );
  if ('outcome' in place) return refused(place.outcome);
  const { upload_url: uploadUrl, file_id: id } = readJson<{ upload_url: string; file_id: string }>(
    place.reply.text,
  );
  if (!asText(uploadUrl) || !asText(id)) return refused(DOWN);
  const put = await ask(
    { ...api, classify: ({ status }) => (status < 300 ? 'accepted' : undefined) },
    {
      method: 'POST',
      url: uploadUrl!,
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(file.content),
    },
    signal,
  );
  if ('outcome' in put) return refused(put.outcome);
  const shown = {
    files: [{ id, title: file.filename }],
    channel_id: to,
    ...(text && { initial_comment: escapeForSlack(text) }),
  };
  return sendOne(
    message,
    {
      method: 'POST',
      url: `${api.url}/api/files.completeUploadExternal`,
      headers: { ...api.headers, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(shown),
      timeoutMs: api.timeoutMs,
      messageId: (reply) => (readJson<{ ok: boolean }>(reply.text).ok ? id : undefined),
      explain: api.explain,
      classify: api.classify,
    },
    signal,
  );
}

type Asked = Pick<ApiCall, 'method' | 'url' | 'headers' | 'body'>;

/** A step before anything is shown: whatever happens here, no message has been sent. */
async function ask(
  api: Api,
  request: Asked,
  signal: AbortSignal,
): Promise<{ reply: OutboundReply } | { outcome: Outcome }> {
  try {
    const { timeoutMs, explain, classify } = api;
    const reply = await safeFetch({ ...request, timeoutMs, signal });
    const outcome = judge({ ...request, timeoutMs, explain, classify, messageId: () => 'none' }, reply);
    if (outcome.outcome === 'accepted') return { reply };
    return {
      outcome:
        outcome.outcome === 'refused' ? outcome : { ...DOWN, code: outcome.code, reply: outcome.reply },
    };
  } catch (error) {
    const { code, message } = error as OutboundError;
    return { outcome: { ...DOWN, code: code ?? 'internal', reply: message.slice(0, 1000) } };
  }
}

const DOWN = { outcome: 'refused', fault: 'provider', permanent: false } as const;
