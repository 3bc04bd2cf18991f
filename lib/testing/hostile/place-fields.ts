import { isSchema, walkSchema } from './walk-schema';

/** Every field that names a place, and where that leads: a new one is not let in until it stands here, with its attack in `ssrf.test.ts`. */
export const PLACE_FIELDS: Record<string, string> = {
  'brevo.endpoint': 'asked',
  'http-sms.endpoint': 'asked',
  'mailgun.endpoint': 'asked',
  'mailgun.domain': 'a part of the path',
  'mailgun.region': 'one of two',
  'postmark.endpoint': 'asked',
  'resend.endpoint': 'asked',
  'sendgrid.endpoint': 'asked',
  'ses.endpoint': 'asked',
  'ses.iamEndpoint': 'asked for keys',
  'ses.snsEndpoint': 'asked for a topic',
  'ses.region': 'a part of a host of Amazon, by its form',
  'smtp.host': 'asked',
  'slack.endpoint': 'asked',
  'slack-webhook.endpoint': 'asked',
  'telegram.endpoint': 'asked',
  'twilio.endpoint': 'asked',
  'twilio-whatsapp.endpoint': 'asked',
  'whatsapp.endpoint': 'asked',
  'smtp.authorizeUrl': 'opened by a browser',
  'smtp.tokenUrl': 'asked',
  'smtp.tenant': 'a part of the path',
  'body.domain': 'written into the files of a mail server, which nobody here asks',
  'body.endpoint': 'asked, of AI providers',
  'body.host': 'asked, but of an own server only written',
  'body.hostname': 'written into the files of a mail server, which nobody here asks',
  'body.redirectTo': 'an address of mail, in development mode',
  'body.smarthost': 'written into the files of a mail server, which nobody here asks',
  'body.url': 'asked, of webhooks; of an own server only written',
  'body.webhooks': 'asked, each by the verb that makes it',
  'body.website': 'a link in mail',
};
const NAMES_A_PLACE =
  /url|uri$|host|endpoint|server$|website|region|tenant|webhook(?!PublicKey)|callback|redirect|^domain$/i;

/** The fields of a schema that, by their name, hold a place. */
export function fieldsOf(schema: unknown, of: string): string[] {
  if (!isSchema(schema)) return [];
  const objects = walkSchema(schema, of).filter(({ node }) => node._zod.def.type === 'object');
  return objects.flatMap(({ node }) =>
    Object.keys((node._zod.def as unknown as { shape: object }).shape)
      .filter((name) => NAMES_A_PLACE.test(name))
      .map((name) => `${of}.${name}`),
  );
}
