import type { StoredRecipient, StoredTemplate } from '@/drizzle/schema/messages';
import { sql } from '@/lib/database/db';
import { renderStored } from '@/lib/templates/apply';
import type { Rendered } from '@/lib/templates/render';

type Row = { template: StoredTemplate; recipients: StoredRecipient[]; isOwn: boolean };

/** As `shownBody`: one-time links in what Relevo itself writes are for one person alone. */
const SECRET = /[A-Za-z0-9_-]{40,}/g;

/** What a message of a template says, made anew; null: its bodies are stored as its sender wrote them. Nobody is checked here. */
export async function renderedBodies(id: string): Promise<Pick<Rendered, 'html' | 'text'> | null> {
  const [row] = await sql()<Row[]>`
    select b.template, m.recipients, m.accepted_by_type = 'job' as "isOwn" from messages m join message_bodies b on b.message_id = m.id
    where m.id = ${id} and b.message_id = ${id} and b.template is not null`;
  if (!row) return null;
  const { html, text } = await renderStored(row.template, { id, recipients: row.recipients });
  return row.isOwn ? { html: html.replace(SECRET, '…'), text: text.replace(SECRET, '…') } : { html, text };
}
