/** A mail server of one's own with all that the form has. */
export const RIGHT_SERVER = {
  software: 'postfix',
  hostname: 'mail.example.com',
  ipv4: '203.0.113.5',
  ipv6: '2001:db8::5',
  submission: {
    listen: ['127.0.0.1'],
    port: 587,
    security: 'starttls',
    clients: ['127.0.0.1/32'],
    username: 'relevo',
  },
  certificate: { chain: '/etc/ssl/mail.pem', key: '/etc/ssl/mail.key' },
  tlsMinVersion: 'TLSv1.2',
  smarthost: { host: 'relay.example.com', port: 587, security: 'starttls', username: 'clinic' },
  dkim: { signer: 'server', domains: ['example.com'], selector: 'relevo' },
  bounces: { domain: 'bounces.example.com', url: 'https://relevo.example.com' },
  pace: {
    connections: 5,
    secondsBetween: 0,
    domains: [{ domain: 'gmail.com', connections: 2, secondsBetween: 1 }],
  },
  maxMegabytes: 40,
};
