import type { Preset } from '../../adapter';

const JSON_OF_NUMBER_AND_TEXT = JSON.stringify({ to: '{{toDigits}}', message: '{{text}}' });

/**
 * Neither operator of Paraguay publishes its API: address and fields come with the contract, and what stands here is a beginning that the
 * sheet of the operator corrects. The other two are documented by their makers.
 */
export const HTTP_SMS_PRESETS: Record<string, Preset> = {
  'tigo-py': {
    label: 'Tigo Paraguay',
    settings: {
      endpoint: 'https://api.tigo.com.py/sms/send',
      template: JSON_OF_NUMBER_AND_TEXT,
      auth: 'bearer',
    },
  },
  'personal-py': {
    label: 'Personal Paraguay',
    settings: {
      endpoint: 'https://api.personal.com.py/sms',
      template: JSON_OF_NUMBER_AND_TEXT,
      auth: 'bearer',
    },
  },
  kannel: {
    label: 'Kannel',
    settings: {
      endpoint: 'http://127.0.0.1:13013/cgi-bin/sendsms',
      method: 'GET',
      format: 'query',
      template: JSON.stringify({
        username: '{{username}}',
        password: '{{secret}}',
        from: '{{from}}',
        to: '{{to}}',
        text: '{{text}}',
        charset: 'UTF-8',
      }),
      auth: 'none',
      successText: 'Accepted',
      // Of `dlr-url`, `{{callbackUrl}}&state=%d`: userguide 6.7.2.
      receipts: {
        statePath: 'state',
        states: [
          { equals: '1', means: 'delivered' },
          { equals: '8', means: 'sent' },
          { equals: '2', means: 'failed' },
          { equals: '16', means: 'failed' },
        ],
      },
    },
    help: 'https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html',
  },
  'http-sms': {
    label: 'SMS gateway by HTTP',
    settings: { endpoint: 'https://sms.example.com/send', template: JSON_OF_NUMBER_AND_TEXT, auth: 'bearer' },
  },
};
