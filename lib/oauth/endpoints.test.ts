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
