import type { Channel } from '@/lib/channels/channel';
import { asciiDomain, asciiDomainOf, withAsciiDomain } from '@/lib/text/ascii-domain';
import { domainName, emailAddress } from '@/lib/validation';
import { cargoOfOutgoing } from './cargo';
import { emailForm } from './form';
import type { OutgoingMessage } from './outgoing-message';
import { prepareEmail } from './prepare';
import { EmailMessage, MAX_MESSAGE_BYTES } from './schema';
import { testMessage } from './test-message';
import { withText } from './text-from-html';
import { toOutgoing } from './to-outgoing';

export const email: Channel<EmailMessage, OutgoingMessage> = {
  name: 'email',
  input: EmailMessage,
  form: emailForm,
  limits: { maxBytes: MAX_MESSAGE_BYTES },
  address: {
    schema: emailAddress,
    toCompare: (address) => withAsciiDomain(address).toLowerCase(),
    toWire: withAsciiDomain,
    groupOf: asciiDomainOf,
    ruleOf: asciiDomain,
    rule: domainName,
  },
  needsSender: true,
  mime: true,
  prepare: prepareEmail,
  complete: withText,
  toOutgoing: (message, sender, attachments) =>
    toOutgoing(message, { email: sender?.address ?? '', name: sender?.name }, attachments),
  testMessage,
  cargoOf: cargoOfOutgoing,
};
