import { describe, expect, it } from 'vitest';
import { outcomeOfError } from './classify';
import type { SmtpError } from './smtp-error';

const OURS_NOW = { fault: 'provider', permanent: false };

describe('an error without a reply', () => {
  const error = (fields: Partial<SmtpError>) => Object.assign(new Error('socket hang up'), fields);

  it("is the provider's, for now, while the body was not sent", () => {
    const outcome = outcomeOfError(
      'ana@example.com',
      error({ code: 'ESOCKET', originalCode: 'ECONNRESET' }),
      false,
    );
    expect(outcome).toMatchObject({ outcome: 'refused', ...OURS_NOW, code: 'ECONNRESET' });
  });

  it('leaves the outcome unknown once the body was sent', () => {
    expect(outcomeOfError('ana@example.com', error({ code: 'ECONNECTION' }), true)).toEqual({
      address: 'ana@example.com',
      outcome: 'unknown',
      code: 'ECONNECTION',
      reply: 'socket hang up',
    });
  });

  it('keeps no more of a reply than a kilobyte', () => {
    const long = error({ responseCode: 550, response: `550 ${'x'.repeat(5_000)}`, command: 'RCPT TO' });
    expect(outcomeOfError('ana@example.com', long, false).reply).toHaveLength(1_000);
  });
});

it("takes a sender that a server cannot find for no recipient's fault", () => {
  const reply = '550 <caja@tienda.example>: User unknown';
  const error = Object.assign(new Error(reply), { responseCode: 550, response: reply, command: 'RCPT TO' });
  expect(outcomeOfError('ana@cliente.example', error, false, 'caja@tienda.example')).toMatchObject({
    fault: 'provider',
  });
  expect(outcomeOfError('caja@tienda.example', error, false, 'ana@cliente.example')).toMatchObject({
    fault: 'recipient',
  });
});
