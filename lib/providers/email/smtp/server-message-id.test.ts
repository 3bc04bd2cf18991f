import { expect, it } from 'vitest';
import { serverMessageId } from './server-message-id';

it.each([
  [
    '250 2.0.0 OK <AS8PR04MB1234@AS8PR04MB1234.eurprd04.prod.outlook.com> [Hostname=AS8PR04MB1234.eurprd04.prod.outlook.com]',
    'smtp.office365.com',
    '<AS8PR04MB1234@AS8PR04MB1234.eurprd04.prod.outlook.com>',
  ],
  [
    '250 Ok 0102018b5c3c0a4f-0d9e-4b1c-000000',
    'email-smtp.eu-west-1.amazonaws.com',
    '<0102018b5c3c0a4f-0d9e-4b1c-000000@eu-west-1.amazonses.com>',
  ],
  [
    '250 Ok 0100018b5c3c0a4f-0d9e-4b1c-000000',
    'email-smtp.us-east-1.amazonaws.com',
    '<0100018b5c3c0a4f-0d9e-4b1c-000000@email.amazonses.com>',
  ],
  [
    '250 Ok 0102018b5c3c0a4f-0d9e-4b1c-000000',
    'vpce-0a-b1.email-smtp.eu-west-1.vpce.amazonaws.com',
    '<0102018b5c3c0a4f-0d9e-4b1c-000000@eu-west-1.amazonses.com>',
  ],
  ['250 Ok 0102018b5c3c0a4f-0d9e-4b1c-000000', 'mail.example.com', undefined],
  ['250 2.0.0 Ok: queued as 4F2B91C0', 'mail.example.com', undefined],
])('%s', (reply, host, id) => {
  expect(serverMessageId(reply, host)).toBe(id);
});
