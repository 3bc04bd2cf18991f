'use client';

import type { MessageDetail } from '@/lib/messages/view-schema';
import classes from './message-content.module.css';

/** The headers that the sender chose; those that Relevo writes itself are in the source. */
export function MessageHeaders({ message }: { message: MessageDetail }) {
  const kind = (wanted: string) =>
    message.recipients
      .filter((recipient) => recipient.kind === wanted)
      .map(({ address, name }) => mailbox({ email: address, name }))
      .join(', ');
  const lines: [string, string][] = [
    ['From', message.from ? mailbox(message.from) : ''],
    ['To', kind('to')],
    ['Cc', kind('cc')],
    ['Reply-To', message.replyTo.map(mailbox).join(', ')],
    ['Subject', message.subject],
    ...Object.entries(message.headers),
  ];
  return (
    <dl className={classes.headers}>
      {lines
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function mailbox({ email, name }: { email: string; name?: string }): string {
  return name ? `${name} <${email}>` : email;
}
