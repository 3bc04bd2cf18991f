import { sql } from '@/lib/database/db';
import { keepInbound } from '@/lib/events/keep-inbound';
import { renderedBodies } from '@/lib/messages/rendered';
import type { TaskPayloads } from '@/lib/queue/tasks';
import { rewriteHtml } from '@/lib/tracking/rewrite-html';

/** Tells what became of a message that a sandbox keeps, by the way on which providers tell it. Asked for twice it is told once. */
export async function playSandbox({ providerId, key, played }: TaskPayloads['play-sandbox']): Promise<void> {
  const told = await Promise.all(
    played.map(async (one) =>
      one.event === 'click' ? { ...one, link: (await firstLink(one.message)) ?? undefined } : one,
    ),
  );
  const body = Buffer.from(JSON.stringify(told));
  await keepInbound(
    providerId,
    { headers: { 'content-type': 'application/json' }, body, receivedAt: new Date() },
    key,
  );
}

/** As it was written: what was sent may lead over an address of ours. */
async function firstLink(messageId: string): Promise<string | null> {
  const [row] = await sql()<{ html: string | null }[]>`
    select html from message_bodies where message_id = ${messageId}`;
  let first: string | null = null;
  const made = row?.html ? null : await renderedBodies(messageId);
  rewriteHtml(row?.html ?? made?.html ?? '', {
    linkTo: ({ url }) => {
      first ??= url;
      return null;
    },
  });
  return first;
}
