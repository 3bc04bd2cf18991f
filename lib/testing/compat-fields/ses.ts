import { AwsV4Signer } from 'aws4fetch';
import { PDF, type PublishedFields } from './fields';

type Pair = { accessKeyId: string; secretAccessKey: string };

/** As `aws4fetch` signs, for a server at `origin`. */
export async function signed(
  pair: Pair,
  url: string,
  body: string,
  options: { datetime?: string; service?: string } = {},
): Promise<Record<string, string>> {
  const signer = new AwsV4Signer({
    ...pair,
    url,
    body,
    method: 'POST',
    service: 'ses',
    region: 'us-east-1',
    headers: { 'content-type': 'application/json' },
    ...options,
  });
  const { headers } = await signer.sign();
  return Object.fromEntries(headers);
}

const FILE = { RawContent: PDF, FileName: 'a.pdf' };
const TEMPLATE = { TemplateName: 'none', TemplateData: '{"a":1}' };

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_RequestBody */
export const ses: PublishedFields = {
  path: '/compat/ses/v2/email/outbound-emails',
  headers: (token, text, url) => {
    const [accessKeyId = '', secretAccessKey = ''] = token.split(' ');
    return signed({ accessKeyId, secretAccessKey }, url, text);
  },
  body: () => ({
    FromEmailAddress: 'Clinic <clinic@example.com>',
    Destination: { ToAddresses: ['ana@example.com'] },
    Content: {
      Simple: { Subject: { Data: 'Receipt 13' }, Body: { Text: { Data: 'Thank you.', Charset: 'UTF-8' } } },
    },
  }),
  namesIn: (answer) => JSON.parse(answer).message,
  fields: [
    ['FromEmailAddressIdentityArn', 'arn:aws:ses:x', 'refused'],
    ['Destination.CcAddresses', ['boss@example.com'], 'honoured'],
    ['Destination.BccAddresses', ['boss@example.com'], 'honoured'],
    ['ReplyToAddresses', ['front@example.com'], 'honoured'],
    ['FeedbackForwardingEmailAddress', 'back@example.com', 'refused'],
    ['FeedbackForwardingEmailAddressIdentityArn', 'arn:aws:ses:x', 'refused'],
    ['Content.Simple.Body.Html', { Data: '<p>Thank you.</p>', Charset: 'UTF-8' }, 'honoured'],
    ['Content.Simple.Headers', [{ Name: 'X-Client', Value: 'shop' }], 'honoured'],
    ['Content.Simple.Headers', [{ Name: 'X-SES-CONFIGURATION-SET', Value: 'x' }], 'refused'],
    ['Content.Simple.Attachments', [FILE], 'honoured'],
    [
      'Content.Simple.Attachments',
      [
        {
          ...FILE,
          ContentType: 'application/pdf',
          ContentDisposition: 'INLINE',
          ContentDescription: 'a',
          ContentId: '<logo>',
          ContentTransferEncoding: 'BASE64',
        },
      ],
      'honoured',
    ],
    ['Content.Raw', { Data: '!' }, 'refused'],
    ['Content.Template', TEMPLATE, 'refused'],
    ['Content.Template', { ...TEMPLATE, TemplateArn: 'arn:aws:ses:x' }, 'refused'],
    ['Content.Template', { ...TEMPLATE, TemplateContent: { Subject: 'x', Text: 'x', Html: 'x' } }, 'refused'],
    ['EmailTags', [{ Name: 'order', Value: '77' }], 'honoured'],
    ['ConfigurationSetName', 'mine', 'honoured'],
    ['EndpointId', 'abc.123', 'refused'],
    ['TenantName', 'x', 'refused'],
    ['ListManagementOptions', { ContactListName: 'x', TopicName: 'x' }, 'refused'],
    ['SomethingNew', true, 'refused'],
  ],
};
