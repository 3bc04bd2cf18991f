/** What a kind of provider needs besides where it is asked; others need a key alone. */
export const MORE: Record<string, { settings: object; secrets: Record<string, string> }> = {
  mailgun: { settings: { domain: 'mg.example.com' }, secrets: { apiKey: 'key' } },
  'http-sms': {
    settings: { template: '{"to":"{{to}}","text":"{{text}}"}' },
    secrets: { apiKey: 'key' },
  },
  twilio: { settings: { accountSid: `AC${'0'.repeat(32)}` }, secrets: { apiKey: 'key' } },
  'twilio-whatsapp': {
    settings: { accountSid: `AC${'0'.repeat(32)}`, sender: '+15005550006' },
    secrets: { apiKey: 'key' },
  },
  whatsapp: { settings: { phoneNumberId: '106540352242922' }, secrets: { apiKey: 'key' } },
  'slack-webhook': { settings: { to: 'C024BE91L' }, secrets: { apiKey: 'key' } },
  ses: {
    settings: { region: 'eu-west-1' },
    secrets: { accessKeyId: 'AKIDEXAMPLE000000000', secretAccessKey: 'secret' },
  },
};
