import { cleanUntrusted } from '@/lib/ai/words/clean';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import { readBounce } from '@/lib/bounces/read-bounce';
import { encodeName, encodeText, foldHeader } from '@/lib/channels/email/header-text';
import { toHeaderValue } from '@/lib/channels/email/header-value';
import { withoutPlaceholders } from '@/lib/channels/email/placeholders';
import { textFromHtml } from '@/lib/channels/email/text-from-html';
import { storable } from '@/lib/database/storable';
import { judgeDkim } from '@/lib/domains/records/dkim';
import { resolveClientAddress } from '@/lib/http/client-address';
import { negotiateLocale } from '@/lib/i18n/locales';
import { causeOfAnswer } from '@/lib/providers/api/causes';
import { retryAfterMs } from '@/lib/providers/api/retry-after';
import { classifyStatus } from '@/lib/providers/api/status';
import { pageTitle } from '@/lib/providers/api/web-page';
import { addressesIn, fieldIn } from '@/lib/providers/email/api/recipients';
import { members } from '@/lib/providers/email/ses/query-api';
import { causeOf } from '@/lib/providers/email/smtp/causes';
import { outcomeOfError } from '@/lib/providers/email/smtp/classify';
import { serverMessageId } from '@/lib/providers/email/smtp/server-message-id';
import { refusal } from '@/lib/providers/email/smtp/smtp-error';
import { unknownPlaceholders } from '@/lib/providers/sms/http/fill';
import { classifyReply } from '@/lib/replies/classify-reply';
import type { Stage } from '@/lib/replies/meaning';
import { parseWaitMs } from '@/lib/replies/parse-wait';
import { guardHtml } from '@/lib/templates/engine/guard-html';
import { fromBrevo } from '@/lib/templates/foreign/brevo';
import { UsedVariables } from '@/lib/templates/foreign/converted';
import { POSTMARK } from '@/lib/templates/foreign/dialects';
import { fromHandlebars } from '@/lib/templates/foreign/handlebars';
import { fromMoment } from '@/lib/templates/foreign/moment-format';
import { tidyText } from '@/lib/templates/tidy-text';
import { readMailbox } from '@/lib/text/address';
import { redactText } from '@/lib/text/redact';
import { bySourceLines } from '@/lib/text/source-lines';
import { LIQUID, spansOf } from '@/lib/text/spans';
import { parseToken } from '@/lib/tokens/format';
import { makeOutgoing } from '../outgoing';

type Reader = (text: string) => unknown;

const reply = (stage: Stage, start: string): Reader => {
  const code = Number(start.slice(0, 3));
  return (text) => classifyReply({ stage, code, text: `${start} ${text}` });
};

const WAITING = makeOutgoing({ recipients: ['ana@example.com', 'luis@example.com'] });

const answer = (status: number, text: string) => ({ status, text, headers: {} });

/** What is given words that somebody else wrote, without a schema before it. */
export const READERS: Record<string, Reader> = {
  readMailbox,
  safeCallbackUrl,
  negotiateLocale,
  parseToken,
  redactText,
  storable,
  resolveClientAddress: (text) => resolveClientAddress('192.0.2.1', text, 1),
  'classifyReply at MAIL': reply('sender', '451 4.7.1'),
  'classifyReply at RCPT': reply('recipient', '550 5.1.1'),
  'classifyReply at the final dot': reply('data', '554'),
  'classifyReply of several lines': (text) =>
    reply('recipient', '550')(text.replaceAll(/.{60}/gs, '$&\r\n550-')),
  parseWaitMs,
  'causeOf an SMTP error': (text) => causeOf(refusal('RCPT TO', `550 ${text}`), undefined),
  outcomeOfError: (text) => outcomeOfError('a@example.com', refusal('RCPT TO', `550 ${text}`), false),
  serverMessageId: (text) => serverMessageId(`250 Ok ${text}`, text),
  causeOfAnswer: (text) => causeOfAnswer(answer(403, text)),
  classifyStatus: (text) => classifyStatus(answer(429, text)),
  retryAfterMs: (text) => retryAfterMs({ headers: { 'retry-after': text }, text }),
  pageTitle: (text) => pageTitle(answer(200, `<title>${text}`)),
  'the recipients in an error': (text) => [addressesIn(text, WAITING), fieldIn(text, WAITING)],
  textFromHtml,
  'textFromHtml of an attribute': (text) => textFromHtml(`<a href="${text}">${text}`),
  encodeText,
  encodeName,
  'toHeaderValue of ids': (text) => toHeaderValue('References', text),
  'toHeaderValue of a list': (text) => toHeaderValue('List-Unsubscribe', `<${text}>`),
  tidyText,
  bySourceLines,
  'fromBrevo, of text': (text) => fromBrevo(text, new UsedVariables()),
  'fromBrevo, of tags that nothing closes': (text) =>
    fromBrevo(text.replaceAll(/../gs, '{{{%'), new UsedVariables()),
  'fromBrevo, of what is printed': (text) => fromBrevo(`{{ a | ${text} }}`, new UsedVariables()),
  'fromBrevo, of a tag': (text) => fromBrevo(`{% ${text} %}{%-${text}if a${text}-%}`, new UsedVariables()),
  'fromHandlebars, of text': (text) =>
    fromHandlebars(text, { dialect: POSTMARK, isHtml: true }, new UsedVariables()),
  fromMoment,
  'fromMoment of brackets': (text) => fromMoment(text.replaceAll(/./gs, '[')),
  'withoutPlaceholders, of style sheets': (text) => withoutPlaceholders(text.replaceAll(/.{6}/gs, '<style')),
  'spansOf, of openings alone': (text) => [...spansOf(text.replaceAll(/../gs, '{{'), LIQUID)],
  'guardHtml of elements that may not be': (text) => guardHtml(text.replaceAll(/.{8}/gs, '<script>')),
  'guardHtml of style sheets': (text) => guardHtml(text.replaceAll(/.{8}/gs, '<style></style>')),
  'guardHtml of an attribute': (text) => guardHtml(`<p style="{{${text}{{{{`),
  guardHtml,
  cleanUntrusted: (text) => cleanUntrusted(text.replaceAll(/.{4}/gs, '<!--'), 100),
  members: (text) => members(text.replaceAll(/.{8}/gs, '<member>')),
  'unknownPlaceholders of an SMS gateway': (text) => unknownPlaceholders(`{{${text}`),
  'readBounce, of words': (text) => readBounce({ subject: '', fields: [], text, parts: [], files: [] }),
  'readBounce, of a report': (text) =>
    readBounce({
      subject: text,
      fields: [],
      text,
      parts: [{ type: 'message/delivery-status', text }],
      files: [],
    }),
  'readBounce, of a field': (text) => {
    const report = `Final-Recipient:\r\n ${text}\r\nAction: failed\r\n${text}`;
    const parts = [{ type: 'message/delivery-status', text: report }];
    return readBounce({ subject: '', fields: [], text: '', parts, files: [] });
  },
  'judgeDkim of what DNS says': (text) => judgeDkim([text, `v=DKIM1; ${text}`], 'v=DKIM1; k=rsa; p=QUJD'),
  'foldHeader in pieces': (text) => foldHeader('X-Text', text),
};
