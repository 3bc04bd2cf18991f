import { describe, expect, it } from 'vitest';
import { fieldErrorsOf } from '@/lib/field-errors';
import { OwnServerInput } from '@/lib/own-server/schema';
import { START, startValues, toInput, Values } from './values';

const HOSTNAME = 'mail.example.com';
const generated = (typed: Partial<Values>) =>
  OwnServerInput.parse(toInput({ ...START, hostname: HOSTNAME, ...typed }));

describe('what the form says', () => {
  it('of one machine needs nothing but the name', () => {
    const { submission, certificate, smarthost, bounces } = generated(
      startValues('https://relevo.example.com'),
    );
    expect(submission).toEqual({ port: 587, security: 'starttls', username: 'relevo' });
    expect([certificate, smarthost, bounces]).toEqual([undefined, undefined, undefined]);
  });

  it('of two machines listens to Relevo alone, with the certificate that certbot keeps', () => {
    const submission = { ...START.submission, clients: ['198.51.100.9'] };
    const server = generated({ place: 'elsewhere', submission, ipv6: '2001:db8::7' });
    expect(server.submission.listen).toEqual(['0.0.0.0', '::']);
    expect(server.submission.clients).toHaveLength(1);
    expect(server.certificate).toEqual({
      chain: '/etc/letsencrypt/live/mail.example.com/fullchain.pem',
      key: '/etc/letsencrypt/live/mail.example.com/privkey.pem',
    });
  });

  it('of two machines asks from where Relevo comes', () => {
    const parsed = Values.safeParse({ ...START, hostname: HOSTNAME, place: 'elsewhere' });
    expect(fieldErrorsOf(parsed.error!)).toMatchObject([{ path: 'submission.clients', code: 'too_few' }]);
  });

  it('keeps no address of Relevo of before, once both are on one machine', () => {
    const submission = { ...START.submission, clients: ['198.51.100.9'], listen: ['203.0.113.7'] };
    expect(generated({ submission }).submission).toEqual(START_DOOR);
  });

  it('asks where bounces are to be handed over, if there is a domain for them', () => {
    const parsed = OwnServerInput.safeParse(
      toInput({ ...START, hostname: HOSTNAME, bounces: { domain: 'bounces.example.com' } }),
    );
    expect(fieldErrorsOf(parsed.error!).map(({ path }) => path)).toEqual(['bounces.url']);
  });
});

const START_DOOR = { port: 587, security: 'starttls', username: 'relevo' };
