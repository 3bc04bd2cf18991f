import type { Cause } from '../../adapter';
import type { SmtpError } from './connection';

const CERTIFICATE = /certificate|self[- ]signed|altname|CERT_|UNABLE_TO_|DEPTH_ZERO/i;

/** The one word behind an error, which the panel explains in plain language with what to do. */
export function causeOf(error: SmtpError, security: 'none' | 'starttls' | 'tls'): Cause {
  const code = `${error.code ?? ''} ${error.originalCode ?? ''}`;
  if (/ENOTFOUND|EAI_AGAIN|EDNS|ENODATA/.test(code)) return 'dns';
  if (CERTIFICATE.test(code) || CERTIFICATE.test(error.message)) return 'certificate';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code)) return 'refused';
  if (/ETIMEDOUT/.test(code)) return 'timeout';
  if (/EAUTH|ENOAUTH/.test(code)) return 'auth';
  if (/ETLS/.test(code)) return security === 'starttls' && error.responseCode ? 'no_tls' : 'tls';
  if (/wrong version number|packet length/i.test(error.message)) return 'no_tls';
  if (error.command === 'MAIL FROM') return 'sender';
  if (error.command === 'RCPT TO')
    return error.responseCode && error.responseCode < 500 ? 'greylisted' : 'recipient';
  if (error.responseCode === 421) return 'unavailable';
  return 'protocol';
}
