import type { Cause, TestStep } from '@/lib/channels/results';
import type { ReplyCause } from '@/lib/replies/meaning';
import { meaningOf } from './classify';
import type { SmtpError } from './smtp-error';

/** What the server announced about signing in, as far as it came to that. */
export type Announced = {
  /** Methods after AUTH; null: it announced nothing at all. */
  methods: string[] | null;
  startTls: boolean;
  encrypted: boolean;
};

/** Every condition that is given must hold; the first rule that fits names the cause. */
type CauseRule = {
  step?: TestStep['name'];
  /** Node's or nodemailer's code of the error. */
  code?: RegExp;
  /** Of the server's reply: its code, the command it answers, its words. */
  reply?: RegExp;
  command?: RegExp;
  says?: RegExp;
  announced?: (announced: Announced) => boolean;
  cause: Cause;
};

const OUR_METHODS = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'XOAUTH2'];
const noMethod = ({ methods }: Announced) => methods !== null && methods.length === 0;
const noneOfOurs = ({ methods }: Announced) =>
  methods !== null && methods.length > 0 && !methods.some((method) => OUR_METHODS.includes(method));
const tlsToCome = ({ startTls, encrypted }: Announced) => startTls && !encrypted;

const RULES: CauseRule[] = [
  { code: /EBLOCKED/, cause: 'private_target' },
  { code: /EPORT/, cause: 'port_not_allowed' },
  { code: /EAI_AGAIN/, cause: 'no_dns' },
  { code: /ENOTFOUND|EDNS|ENODATA/, cause: 'dns' },
  { code: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, cause: 'certificate_expired' },
  { code: /ALTNAME/, cause: 'certificate_name' },
  { code: /CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED/, cause: 'certificate' },
  { says: /self[- ]signed certificate|unable to verify|certificate verif/i, cause: 'certificate' },
  { code: /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, cause: 'refused' },
  { code: /EOAUTH2_LATER/, cause: 'oauth_unavailable' },
  { code: /EOAUTH2/, cause: 'oauth' },
  { code: /ECREDENTIALS/, cause: 'credentials_missing' },
  { step: 'auth', code: /ETIMEDOUT/, cause: 'auth_timeout' },
  { step: 'send', code: /ETIMEDOUT/, cause: 'send_timeout' },
  { code: /ETIMEDOUT/, cause: 'timeout' },
  { code: /ECANNOTCARRY/, cause: 'recipient' },

  { says: /wrong version number|packet length/i, cause: 'no_tls' },
  { step: 'tls', reply: /^4/, cause: 'unavailable' },
  { step: 'tls', reply: /^5/, cause: 'no_tls' },
  { step: 'tls', cause: 'tls' },

  // Postfix: `504 5.5.2 <name>: Helo command rejected: need fully-qualified hostname`, by default only at RCPT
  // (https://www.postfix.org/postconf.5.html#reject_non_fqdn_helo_hostname). Exim: `501 Syntactically invalid HELO argument(s)`.
  { reply: /^[45]/, says: /fully[- ]qualified (?:host|domain)/i, cause: 'ehlo_name' },
  {
    reply: /^[45]/,
    says: /\b(?:helo|ehlo)\b.{0,40}\b(?:reject|refus|den|invalid|not (?:valid|allowed|accept)|unknown|domain)/is,
    cause: 'ehlo_name',
  },
  {
    reply: /^[45]/,
    says: /\b(?:invalid|bad|bogus|reject\w*|valid|real)\b.{0,30}\b(?:helo|ehlo)\b/is,
    cause: 'ehlo_name',
  },
  { reply: /^50[14]/, command: /^(?:EHLO|HELO)/, cause: 'ehlo_name' },
  // STARTTLS was wanted from a server that does not even know EHLO.
  { reply: /^50[02]/, command: /^EHLO/, cause: 'no_tls' },

  // SendGrid: `451 Authentication failed: Maximum credits exceeded` (https://github.com/mautic/mautic/issues/8721).
  {
    reply: /^[45]/,
    says: /\bcredits?\b.{0,30}\b(?:exceed|exhaust|deplet|used up|insufficient|expired)/is,
    cause: 'quota',
  },
  {
    reply: /^[45]/,
    says: /\b(?:insufficient|not enough|no (?:more|remaining)|out of)\b.{0,20}\bcredits?\b/is,
    cause: 'quota',
  },
  // Brevo: `525 5.7.1 Unauthorized IP address`; JetEmail: `535 … unauthorized IP address`
  // (https://support.jetemail.com/outbound/smtp-error-codes/535-IP-not-authorized).
  { reply: /^[45]/, says: /\bunauthori[sz]ed\b.{0,20}\bIP\b/i, cause: 'address_not_allowed' },
  {
    reply: /^[45]/,
    says: /\bIP\b.{0,60}\bnot (?:been )?(?:authori[sz]ed|allowed|permitted|white-?listed|allow-?listed|recogni[sz]ed|verified)\b/i,
    cause: 'address_not_allowed',
  },

  // RFC 4954: `538 5.7.11 Encryption required for requested authentication mechanism`; RFC 3207: `530 5.7.0 Must issue a STARTTLS command
  // first`. Who announces no AUTH before STARTTLS refuses it in any words.
  { reply: /^5(?:23|30|38)/, says: /\b(?:STARTTLS|TLS|SSL)\b|encrypt/i, cause: 'tls_first' },
  { reply: /^538/, cause: 'tls_first' },
  {
    step: 'auth',
    reply: /^5/,
    says: /\b(?:must|need|requir|first)\w*\b.{0,40}\b(?:STARTTLS|TLS|SSL|encrypt)/is,
    cause: 'tls_first',
  },
  {
    step: 'auth',
    reply: /^5/,
    says: /\b(?:STARTTLS|TLS|SSL|encrypt\w*)\b.{0,40}\b(?:first|requir|need)/is,
    cause: 'tls_first',
  },
  { step: 'auth', reply: /^50/, announced: (they) => noMethod(they) && tlsToCome(they), cause: 'tls_first' },
  // Postfix: `503 5.5.1 Error: authentication not enabled`; Exim: `503 AUTH command used when not advertised`.
  { step: 'auth', reply: /^50/, announced: noMethod, cause: 'auth_not_offered' },
  {
    step: 'auth',
    reply: /^5/,
    says: /\bauth\w*\b.{0,30}\bnot (?:enabled|advertised|available|offered|implemented)/i,
    cause: 'auth_not_offered',
  },
  // Exchange with NTLM only: `504 5.7.4 Unrecognized authentication type` (https://github.com/nodemailer/nodemailer/issues/189).
  { step: 'auth', reply: /^5/, announced: noneOfOurs, cause: 'auth_method' },
  { step: 'auth', reply: /^504/, cause: 'auth_method' },
  {
    step: 'auth',
    reply: /^5/,
    says: /\bmechanism\b|authentication (?:type|method)\b/i,
    cause: 'auth_method',
  },

  { reply: /^[45]/, says: /gr[ae]y-?list/i, cause: 'greylisted' },
  {
    reply: /^5/,
    says: /\b5\.7\.(?:30|139)\b|basic auth\w* is|ClientAuthentication is disabled/i,
    cause: 'basic_auth_off',
  },
  // RFC 5248: `525 5.7.13 User account disabled`.
  { step: 'auth', reply: /^525/, cause: 'account_disabled' },
  { step: 'auth', reply: /^5/, says: /^5\d\d[ -]5\.7\.13\b/, cause: 'account_disabled' },
  {
    step: 'auth',
    reply: /^5/,
    says: /\b(?:account|mailbox|user)\b.{0,30}\b(?:disabled|suspended|locked|blocked|deactivated|closed)\b/i,
    cause: 'account_disabled',
  },
  // Google: `534-5.7.9 Application-specific password required`, also for a Workspace behind a name of one's own; iCloud: "app-specific password".
  {
    step: 'auth',
    reply: /^53[45]/,
    says: /\bapp(?:lication)?[- ](?:specific )?password|InvalidSecondFactor/i,
    cause: 'app_password',
  },
  // The token is good, the mail server all the same says no: to this user, or to this use of it.
  { step: 'auth', reply: /^5/, command: /XOAUTH2/, cause: 'oauth_permission' },
  { reply: /^530/, cause: 'credentials_missing' },
  { step: 'auth', reply: /^4/, cause: 'unavailable' },
  { step: 'auth', code: /EAUTH|ENOAUTH/, cause: 'auth' },

  { reply: /^5/, says: /\brelay/i, command: /RCPT/, cause: 'relay' },
  { reply: /^5/, says: /spamhaus|block(?:ed|list)|black-?list|\breputation\b/i, cause: 'blocked' },
  { step: 'greeting', reply: /^5/, cause: 'blocked' },
  {
    reply: /^4/,
    says: /\btoo many\b.{0,30}\b(?:connections|sessions|messages|e?-?mails)\b|\bthrottl|\brate limit|\bslow down\b/i,
    cause: 'throttled',
  },
  { reply: /^421/, cause: 'unavailable' },
  { step: 'greeting', reply: /^4/, cause: 'unavailable' },
  {
    command: /MAIL FROM/,
    reply: /^4/,
    says: /temporar|try again|later|lookup failure/i,
    cause: 'unavailable',
  },
  { command: /MAIL FROM/, cause: 'sender' },
  { command: /RCPT TO/, reply: /^4/, cause: 'greylisted' },
  { command: /RCPT TO/, cause: 'recipient' },
];

/** Refused at RCPT, though not for the recipient's sake. */
const OF_US_AT_RCPT: Partial<Record<ReplyCause, Cause>> = {
  account: 'account_disabled',
  auth: 'credentials_missing',
  authentication_of_domain: 'sender',
  blocklist: 'blocked',
  helo: 'ehlo_name',
  no_tls: 'tls_first',
  relay: 'relay',
  reverse_dns: 'blocked',
  sender: 'sender',
};

/** The one word behind an error, which the panel explains in plain language with what to do. */
export function causeOf(
  error: SmtpError,
  step: TestStep['name'] | undefined,
  announced: Announced = { methods: null, startTls: false, encrypted: false },
): Cause {
  const code = `${error.code ?? ''} ${error.originalCode ?? ''}`;
  const reply = String(error.responseCode || '');
  // The library's own words before a reply are not the server's.
  const words = error.response ?? error.message;
  const meaning = reply ? meaningOf(error) : undefined;
  if (meaning?.quota) return 'quota';
  if (meaning?.fault === 'throttled') return 'throttled';
  const rule = RULES.find(
    (candidate) =>
      (!candidate.step || candidate.step === step) &&
      (!candidate.code || candidate.code.test(code)) &&
      (!candidate.reply || candidate.reply.test(reply)) &&
      (!candidate.command || candidate.command.test(error.command ?? '')) &&
      (!candidate.says || candidate.says.test(words)) &&
      (!candidate.announced || candidate.announced(announced)),
  );
  const cause = rule?.cause ?? 'protocol';
  const isOfRecipient = cause === 'recipient' || cause === 'greylisted';
  return (isOfRecipient && meaning && OF_US_AT_RCPT[meaning.cause]) || cause;
}
