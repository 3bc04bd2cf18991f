import { expect, it } from 'vitest';
import { endpointsOf } from './endpoints';

it('Google and Microsoft are known', () => {
  expect(endpointsOf({ provider: 'google' })).toMatchObject({
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
  });
  expect(
    endpointsOf({ provider: 'microsoft', tenant: 'clinic.example', grant: 'client_credentials' }),
  ).toMatchObject({
    tokenUrl: 'https://login.microsoftonline.com/clinic.example/oauth2/v2.0/token',
    scope: 'https://outlook.office365.com/.default',
  });
  expect(endpointsOf({ provider: 'microsoft' })).toMatchObject({
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    scope: 'https://outlook.office.com/SMTP.Send offline_access',
  });
});

it('what nobody allowed is not asked for, and what is allowed only where it is used', () => {
  const scopes = (oauth: Parameters<typeof endpointsOf>[0]) =>
    (['connect', 'send', 'read'] as const).map((purpose) => endpointsOf(oauth, purpose).scope);
  const of = (...names: string[]) =>
    [...names.map((name) => `https://outlook.office.com/${name}`), 'offline_access'].join(' ');
  const [send, read] = ['SMTP.Send', 'IMAP.AccessAsUser.All'];
  expect(scopes({ provider: 'microsoft', reads: true })).toEqual([of(send!, read!), of(send!), of(read!)]);
  expect(scopes({ provider: 'microsoft' })[0]).toBe(of(send!));
  const google = 'https://mail.google.com/';
  expect(scopes({ provider: 'google', reads: true })).toEqual([google, google, google]);
  expect(scopes({ provider: 'custom', scope: 'mail' })).toEqual(['mail', 'mail', 'mail']);
});
