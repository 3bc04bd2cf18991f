import { createMailbox } from '@/lib/bounces/mailboxes/change';
import { getMailbox } from '@/lib/bounces/mailboxes/find';
import { MailboxInput } from '@/lib/bounces/mailboxes/schema';
import { makeMail, makeReport } from '@/lib/bounces/mails/make-mail';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { testContext } from './factories';
import { createImapServer } from './imap-server';
import { listen } from './smtp-server';

export const LOGIN = { username: 'bounces', password: 'correct-horse' };

/** A mail server on a free port, closed when the test ends, which lets `LOGIN` in. */
export async function serveImap(options: Parameters<typeof createImapServer>[0] = {}) {
  const imap = createImapServer({ login: LOGIN, ...options });
  return { imap, port: await listen(imap.server) };
}

export async function addMailbox(port: number, input: Partial<MailboxInput> = {}): Promise<string> {
  const settings = { name: `box ${newId()}`, host: '127.0.0.1', port, security: 'none', ...LOGIN, ...input };
  return (await createMailbox(testContext, MailboxInput.parse(settings))).id;
}

export const viewMailbox = (id: string) => getMailbox(testContext, id);

export const makeMailboxesDue = () => sql()`update bounce_mailboxes set next_at = now()`;

/** Of a message to ana@example.com: there is no such user. */
export function bounceOf(id: string, extra = ''): Buffer {
  const body = makeReport({
    recipients:
      'Final-Recipient: rfc822; ana@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
    returned: `Message-ID: <${id}@example.com>\n`,
  });
  const headers = { 'Message-ID': `<b-${id}@mx.example>` };
  return Buffer.concat([makeMail({ body, headers }), Buffer.from(extra)]);
}
