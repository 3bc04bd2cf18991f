import type { Cause, TestStep } from '../../adapter';
import { meaningOf } from './classify';
import type { SmtpError } from './smtp-error';

/** Every condition that is given must hold; the first rule that fits names the cause. */
type CauseRule = {
  step?: TestStep['name'];
  /** Node's or nodemailer's code of the error. */
  code?: RegExp;
  /** Of the server's reply: its code, the command it answers, its words. */
  reply?: RegExp;
  command?: RegExp;
  says?: RegExp;
  cause: Cause;
};

const RULES: CauseRule[] = [
  { code: /ENOTFOUND|EAI_AGAIN|EDNS|ENODATA/, cause: 'dns' },
  { code: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, cause: 'certificate_expired' },
  { code: /ALTNAME/, cause: 'certificate_name' },
  { code: /CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED/, cause: 'certificate' },
  { says: /self[- ]signed certificate|unable to verify|certificate verif/i, cause: 'certificate' },
  { code: /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, cause: 'refused' },
  { code: /EOAUTH2_LATER/, cause: 'unavailable' },
  { code: /EOAUTH2/, cause: 'oauth' },
  { code: /ECREDENTIALS/, cause: 'credentials_missing' },
  { step: 'auth', code: /ETIMEDOUT/, cause: 'auth_timeout' },
  { code: /ETIMEDOUT/, cause: 'timeout' },

  { says: /wrong version number|packet length/i, cause: 'no_tls' },
  { reply: /^530/, says: /STARTTLS/i, cause: 'no_tls' },
  { step: 'tls', reply: /^4/, cause: 'unavailable' },
  { step: 'tls', reply: /^5/, cause: 'no_tls' },
  { step: 'tls', cause: 'tls' },

  { reply: /^[45]/, says: /gr[ae]y-?list/i, cause: 'greylisted' },
  {
    reply: /^5/,
    says: /\b5\.7\.(?:30|139)\b|basic auth\w* is|ClientAuthentication is disabled/i,
    cause: 'basic_auth_off',
  },
  { reply: /^530/, cause: 'credentials_missing' },
  { step: 'auth', reply: /^4/, cause: 'unavailable' },
  { step: 'auth', code: /EAUTH|ENOAUTH/, cause: 'auth' },

  { reply: /^5/, says: /\brelay/i, command: /RCPT/, cause: 'relay' },
  { reply: /^5/, says: /spamhaus|block(?:ed|list)|black-?list|\breputation\b/i, cause: 'blocked' },
  { step: 'greeting', reply: /^5/, cause: 'blocked' },
  { reply: /^421/, cause: 'unavailable' },
  { step: 'greeting', reply: /^4/, cause: 'unavailable' },
  { command: /MAIL FROM/, cause: 'sender' },
  { command: /RCPT TO/, reply: /^4/, cause: 'greylisted' },
  { command: /RCPT TO/, cause: 'recipient' },
];

/** The one word behind an error, which the panel explains in plain language with what to do. */
export function causeOf(error: SmtpError, step: TestStep['name'] | undefined): Cause {
  const code = `${error.code ?? ''} ${error.originalCode ?? ''}`;
  const reply = String(error.responseCode || '');
  if (reply && meaningOf(error).quota) return 'quota';
  const rule = RULES.find(
    (candidate) =>
      (!candidate.step || candidate.step === step) &&
      (!candidate.code || candidate.code.test(code)) &&
      (!candidate.reply || candidate.reply.test(reply)) &&
      (!candidate.command || candidate.command.test(error.command ?? '')) &&
      (!candidate.says || candidate.says.test(error.message)),
  );
  return rule?.cause ?? 'protocol';
}
