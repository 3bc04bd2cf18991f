import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type FakeMailService = {
  authorizeUrl: string;
  tokenUrl: string;
  smtpPort: number;
  received: () => number;
  close: () => Promise<void>;
};

/** A mail service with OAuth2 (PKCE) whose person always agrees, and an SMTP server that takes nothing but its access tokens. */
export async function startFakeMailService(clientId: string): Promise<FakeMailService> {
  const challenges = new Map<string, string>();
  const accessTokens = new Set<string>();
  const refreshTokens = new Set<string>();
  let received = 0;

  const web = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const asked = url.searchParams;
      challenges.set(
        code,
        asked.get('code_challenge_method') === 'S256' ? (asked.get('code_challenge') ?? '') : '',
      );
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
      response.writeHead(302, { location: back.toString() }).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    const verifier = createHash('sha256')
      .update(form.code_verifier ?? '')
      .digest('base64url');
    const allowed =
      form.client_id === clientId &&
      (form.grant_type === 'authorization_code'
        ? challenges.get(form.code ?? '') === verifier
        : refreshTokens.has(form.refresh_token ?? ''));
    response.setHeader('content-type', 'application/json');
    if (!allowed) {
      response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant' }));
      return;
    }
    const [accessToken, refreshToken] = [`access-${randomUUID()}`, `refresh-${randomUUID()}`];
    accessTokens.add(accessToken);
    refreshTokens.add(refreshToken);
    const answer = {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: refreshToken,
    };
    response.end(JSON.stringify(answer));
  });
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    authMethods: ['XOAUTH2'],
    onAuth: (auth, _session, done) =>
      accessTokens.has(auth.accessToken ?? '')
        ? done(null, { user: auth.username })
        : done(null, { data: { status: '401', schemes: 'bearer' } }),
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => {
        received++;
        done();
      });
    },
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  return {
    authorizeUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    smtpPort: (smtp.server.address() as AddressInfo).port,
    received: () => received,
    close: async () => {
      web.closeAllConnections();
      await new Promise<void>((resolve) => web.close(() => resolve()));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}
