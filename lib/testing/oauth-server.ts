import { createHash, randomBytes } from 'node:crypto';
import { type ApiAnswer, type ApiCallSeen, startApiServer } from './api-server';

export type OAuthServerOptions = {
  clientId: string;
  clientSecret?: string;
  /** Seconds that an access token lives. */
  expiresIn?: number;
  /** Gives a new refresh token with each access token and no longer takes the old one. */
  rotates?: boolean;
};

export type OAuthServer = {
  authorizeUrl: string;
  tokenUrl: string;
  /** What was asked of the token endpoint, in order. */
  requests: Record<string, string>[];
  /** A refresh token as if somebody had signed in. */
  issueRefreshToken: () => string;
  /** Whether an access token is one of ours and neither expired nor revoked. */
  accepts: (accessToken: string) => boolean;
  revokeAll: () => void;
  revokeAccessTokens: () => void;
  /** A person who allows it: checks the request and returns what the browser brings back. */
  allow: (url: string) => { code: string; state: string; redirectUri: string };
  /** From now on the token endpoint answers so. */
  answerWith: (answer: ApiAnswer | undefined) => void;
};

type Grant = { challenge: string; redirectUri: string };

/** An authorisation server (RFC 6749 with PKCE) on this machine that checks every field. */
export async function startOAuthServer(options: OAuthServerOptions): Promise<OAuthServer> {
  const { clientId, clientSecret, expiresIn = 3600, rotates = false } = options;
  const codes = new Map<string, Grant>();
  const refreshTokens = new Set<string>();
  const accessTokens = new Map<string, number>();
  const requests: Record<string, string>[] = [];
  let fixed: ApiAnswer | undefined;

  const issueRefreshToken = () => {
    const token = `refresh-${randomBytes(12).toString('hex')}`;
    refreshTokens.add(token);
    return token;
  };
  const issue = (refreshToken?: string): ApiAnswer => {
    const token = `access-${randomBytes(24).toString('hex')}`;
    accessTokens.set(token, Date.now() + expiresIn * 1000);
    return {
      status: 200,
      body: {
        access_token: token,
        token_type: 'Bearer',
        expires_in: expiresIn,
        ...(refreshToken && { refresh_token: refreshToken }),
      },
    };
  };
  const grants: Record<string, (form: Record<string, string>) => ApiAnswer> = {
    authorization_code: ({ code = '', code_verifier: verifier = '', redirect_uri: redirectUri }) => {
      const grant = codes.get(code);
      codes.delete(code);
      const fits = grant?.challenge === sha256(verifier) && grant.redirectUri === redirectUri;
      return fits ? issue(issueRefreshToken()) : refuse('invalid_grant', 'Bad code or verifier');
    },
    refresh_token: ({ refresh_token: token = '' }) => {
      if (!refreshTokens.has(token)) return refuse('invalid_grant', `Token ${token} is expired or revoked`);
      if (!rotates) return issue();
      refreshTokens.delete(token);
      return issue(issueRefreshToken());
    },
    client_credentials: ({ scope }) =>
      scope && clientSecret ? issue() : refuse('unauthorized_client', 'Not for this client'),
  };
  const server = await startApiServer((call) => {
    const form = readForm(call);
    requests.push(form);
    if (fixed) return fixed;
    if (form.client_id !== clientId || form.client_secret !== clientSecret)
      return refuse('invalid_client', 'Unknown client or wrong secret', 401);
    return grants[form.grant_type ?? '']?.(form) ?? refuse('unsupported_grant_type', 'No');
  });
  return {
    authorizeUrl: `${server.url}/authorize`,
    tokenUrl: `${server.url}/token`,
    requests,
    issueRefreshToken,
    accepts: (token) => (accessTokens.get(token) ?? 0) > Date.now(),
    revokeAll: () => {
      accessTokens.clear();
      refreshTokens.clear();
    },
    revokeAccessTokens: () => accessTokens.clear(),
    allow: (url) => {
      const query = Object.fromEntries(new URL(url).searchParams);
      const { response_type, client_id, code_challenge_method, code_challenge, scope, state, redirect_uri } =
        query;
      if (response_type !== 'code' || client_id !== clientId || code_challenge_method !== 'S256' || !scope)
        throw new Error(`not a request that is answered: ${url}`);
      if (!state || !redirect_uri || code_challenge?.length !== 43) throw new Error(`incomplete: ${url}`);
      const code = randomBytes(12).toString('hex');
      codes.set(code, { challenge: code_challenge, redirectUri: redirect_uri });
      return { code, state, redirectUri: redirect_uri };
    },
    answerWith: (answer) => {
      fixed = answer;
    },
  };
}

function readForm({ method, headers, body }: ApiCallSeen): Record<string, string> {
  if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded')
    throw new Error('a token endpoint takes forms only');
  return Object.fromEntries(new URLSearchParams(body.toString()));
}

function refuse(error: string, description: string, status = 400): ApiAnswer {
  return { status, body: { error, error_description: description } };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
