import { OUR_ID } from '../parse-events';

/** An event as a provider of each kind tells it, with all that is read of it; `form`: it comes as one. */
export const TOLD: Record<string, { body: object; form?: true; settings?: object }> = {
  sendgrid: {
    body: [
      {
        event: 'bounce',
        type: 'bounce',
        email: 'ana@example.com',
        relevo_id: OUR_ID,
        sg_event_id: 'a',
        sg_message_id: 'b.c',
        'smtp-id': '<a@b.c>',
        timestamp: 1_795_000_000,
        reason: '550 5.1.1 user unknown',
        status: '5.1.1',
        useragent: 'Mail',
        ip: '192.0.2.1',
        url: 'https://example.com/',
      },
    ],
  },
  mailgun: {
    body: {
      signature: { timestamp: '1', token: 'a', signature: 'b' },
      'event-data': {
        event: 'failed',
        severity: 'permanent',
        reason: 'bounce',
        id: 'a',
        timestamp: 1_795_000_000.5,
        recipient: 'ana@example.com',
        'user-variables': { relevo_id: OUR_ID },
        message: { headers: { 'message-id': 'a@b.c' } },
        'delivery-status': {
          code: 550,
          message: 'no',
          description: 'user unknown',
          'enhanced-code': '5.1.1',
        },
        'client-info': { 'user-agent': 'Mail' },
        ip: '192.0.2.1',
        url: 'https://example.com/',
      },
    },
  },
  postmark: {
    body: {
      RecordType: 'Bounce',
      Type: 'HardBounce',
      TypeCode: 1,
      ID: 42,
      MessageID: 'a',
      Email: 'ana@example.com',
      BouncedAt: '2026-11-28T10:00:00Z',
      Details: '550 5.1.1 user unknown',
      Description: 'no',
      Metadata: { relevo_id: OUR_ID },
    },
  },
  brevo: {
    body: {
      event: 'hard_bounce',
      email: 'ana@example.com',
      'message-id': '<a@b.c>',
      ts_epoch: 1_795_000_000_000,
      reason: '550 5.1.1 user unknown',
      'X-Mailin-custom': JSON.stringify({ relevo_id: OUR_ID }),
      link: 'https://example.com/',
    },
  },
  resend: {
    body: {
      type: 'email.bounced',
      created_at: '2026-11-28T10:00:00Z',
      data: {
        email_id: 'a',
        to: ['ana@example.com'],
        tags: { relevo_id: OUR_ID },
        bounce: { type: 'Permanent', subType: 'General', message: '550 5.1.1 user unknown' },
      },
    },
  },
  ses: {
    body: {
      Type: 'Notification',
      MessageId: 'a',
      Message: JSON.stringify({
        eventType: 'Bounce',
        mail: { messageId: 'a', destination: ['ana@example.com'], tags: { relevo_id: [OUR_ID] } },
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          timestamp: '2026-11-28T10:00:00Z',
          bouncedRecipients: [
            { emailAddress: 'ana@example.com', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown' },
          ],
        },
      }),
    },
  },
  twilio: {
    form: true,
    body: { MessageSid: 'SM1', MessageStatus: 'failed', ErrorCode: '30003', To: '+595981234567' },
  },
  'twilio-whatsapp': {
    form: true,
    body: {
      MessageSid: 'SM1',
      SmsStatus: 'received',
      From: 'whatsapp:+595981234567',
      Body: 'Baja',
      ProfileName: 'Ana',
    },
  },
  whatsapp: {
    settings: { phoneNumberId: '106540352242922' },
    body: {
      entry: [
        {
          changes: [
            {
              value: {
                metadata: { phone_number_id: '106540352242922' },
                statuses: [
                  {
                    id: 'wamid.1',
                    status: 'failed',
                    timestamp: '1795000000',
                    biz_opaque_callback_data: OUR_ID,
                    errors: [{ code: 131026, title: 'no', error_data: { details: 'no WhatsApp there' } }],
                  },
                ],
                messages: [
                  {
                    id: 'wamid.2',
                    from: '595981234567',
                    timestamp: '1795000000',
                    type: 'text',
                    text: { body: 'Baja' },
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  },
  telegram: {
    body: {
      update_id: 9,
      message: {
        message_id: 1,
        date: 1_795_000_000,
        chat: { id: 77, type: 'private' },
        from: { id: 77, first_name: 'Ana' },
        text: 'Baja',
      },
    },
  },
  'http-sms': {
    settings: {
      receipts: {
        idPath: 'id',
        statePath: 'state',
        errorPath: 'error',
        states: [{ equals: 'ok', means: 'delivered' }],
      },
    },
    body: { id: 'a', state: 'ok', error: '0' },
  },
};
