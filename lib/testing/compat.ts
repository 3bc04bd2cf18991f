import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { sql } from '@/lib/database/db';

type Route = (request: IncomingMessage) => ((response: ServerResponse) => Promise<void>) | null;

/** Where the doors for other providers' clients stand, as the web process opens them (`server/direct-routes.ts`); `url()` once the tests run. */
export function serveCompat(directRoute: Route): { url: (path?: string) => string } {
  const server = createServer((request, response) => {
    const direct = directRoute(request);
    if (direct) void direct(response);
    else response.writeHead(299).end();
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: (path = '') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}` };
}

export type Stored = {
  id: string;
  status: string;
  sender: string;
  sender_name: string | null;
  subject: string;
  recipients: { address: string; kind: string; name?: string }[];
  tags: string[];
  metadata: Record<string, string> | null;
  scheduled_at: Date | null;
  category: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string> | null;
  reply_to: { email: string; name?: string }[] | null;
  tracking: Record<string, boolean> | null;
  template: { variables: Record<string, unknown> } | null;
  files: { filename: string; content_type: string | null; content_id: string | null; content: string }[];
};

/** What is there of these, in the order of `ids`. */
export async function storedMessages(...ids: string[]): Promise<Stored[]> {
  const rows = await sql()<Stored[]>`
    select m.id, m.status, m.sender, m.sender_name, m.subject, m.recipients, m.tags, m.metadata, m.scheduled_at, m.category,
      b.html, b.text, b.headers, b.reply_to, b.tracking, b.template,
      (select coalesce(json_agg(json_build_object('filename', a.filename, 'content_type', a.content_type, 'content_id', a.content_id,
        'content', encode(c.content, 'base64')) order by a.position), '[]')
       from message_attachments a join attachments c on c.sha256 = a.sha256
       where a.message_id = m.id) as files
    from messages m join message_bodies b on b.message_id = m.id where m.id = any(${ids}::uuid[])`;
  return ids.map((id) => rows.find((row) => row.id === id)!);
}

export async function countStored(): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`select count(*)::int as count from messages`;
  return row!.count;
}
