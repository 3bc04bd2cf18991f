import { json, PDF, type PublishedFields } from './fields';

const FILE = { Name: 'a.pdf', Content: PDF, ContentType: 'application/pdf' };

/** https://postmarkapp.com/developer/api/email-api#send-a-single-email */
export const postmark: PublishedFields = {
  path: '/compat/postmark/email',
  headers: (token) => json({ 'x-postmark-server-token': token }),
  body: () => ({
    From: 'Clinic <clinic@example.com>',
    To: 'ana@example.com',
    Subject: 'Receipt 13',
    TextBody: 'Thank you.',
  }),
  namesIn: (answer) => JSON.parse(answer).Message,
  fields: [
    ['To', '"Gómez, Ana" <ana@example.com>, luis@example.com', 'honoured'],
    ['Cc', 'boss@example.com', 'honoured'],
    ['Bcc', 'boss@example.com', 'honoured'],
    ['Tag', 'receipts & more', 'honoured'],
    ['HtmlBody', '<p>Thank you.</p>', 'honoured'],
    ['ReplyTo', 'front@example.com, back@example.com', 'honoured'],
    ['Headers', [{ Name: 'X-Client', Value: 'shop' }], 'honoured'],
    ['Headers', [{ Name: 'X-PM-KeepID', Value: 'true' }], 'refused'],
    ['TrackOpens', true, 'honoured'],
    ['TrackLinks', 'HtmlOnly', 'honoured'],
    ['TrackLinks', 'None', 'honoured'],
    ['TrackLinks', 'TextOnly', 'refused'],
    ['Metadata', { order: '77' }, 'honoured'],
    ['Attachments.0', FILE, 'honoured'],
    ['Attachments.0', { ...FILE, ContentID: 'cid:logo' }, 'honoured'],
    ['MessageStream', 'outbound', 'honoured'],
    ['MessageStream', 'broadcast', 'honoured'],
    ['MessageStream', 'nobody-knows-it', 'refused'],
    ['TemplateId', 12, 'refused'],
    ['TemplateAlias', 'welcome', 'refused'],
    ['TemplateModel', { name: 'Ana' }, 'refused'],
    ['InlineCss', true, 'refused'],
    ['SomethingNew', true, 'refused'],
  ],
};
