import { describeMisfit, type Misfit } from '@/lib/routing/carries';

/** nodemailer's shape of an error: `code` is its own or Node's, the others tell what the server answered to what. */
export type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  /** The whole reply where only its code may be told. */
  heard?: string;
  misfit?: Misfit;
};

export function refusal(command: string, response: string): SmtpError {
  const error = Object.assign(new Error(`${command} was refused: ${response}`), { command, response });
  // Only these are refusals; anything else in their place is no SMTP.
  return /^[45]\d\d/.test(response)
    ? Object.assign(error, { code: 'EENVELOPE', responseCode: Number(response.slice(0, 3)) })
    : Object.assign(error, { code: 'EPROTOCOL' });
}

export function timedOut(): SmtpError {
  return Object.assign(new Error('The server did not answer in time'), { code: 'ETIMEDOUT' });
}

export function uploadTimedOut(): SmtpError {
  return Object.assign(new Error('The server did not take the message in time'), { code: 'ETIMEDOUT' });
}

export function lost(): SmtpError {
  return Object.assign(new Error('The server closed the connection'), { code: 'ECONNECTION' });
}

export function cannotCarry(misfit: Misfit): SmtpError {
  return Object.assign(new Error(describeMisfit('The server', misfit)), { code: CANNOT_CARRY, misfit });
}

/** The server announced that it takes no such message: another one may. */
export const CANNOT_CARRY = 'ECANNOTCARRY';
