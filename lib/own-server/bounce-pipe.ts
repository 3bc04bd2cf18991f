import type { Layout } from './layout';
import { shellQuote } from './quote';
import type { OwnServer, ServerFile } from './schema';

/** What a mail server may do with what it cannot hand over now: keep it and try again (sysexits.h, EX_TEMPFAIL). */
const LATER = 75;

/** Reads one mail and gives it to Relevo's API. Whatever goes wrong the server keeps the mail and tries again. */
export function bouncePipe({ url }: NonNullable<OwnServer['bounces']>, layout: Layout): ServerFile {
  return {
    path: layout.bounceCommand,
    mode: '0755',
    owner: 'root:root',
    content: [
      '#!/bin/sh',
      '# Written by Relevo. The mail server runs this once for each bounce.',
      'exec 2>&1',
      "curl --disable --fail --silent --show-error --max-time 60 --proto '=http,https' --output /dev/null \\",
      `  --header @${shellQuote(layout.bounceToken)} --header 'Content-Type: message/rfc822' \\`,
      `  --data-binary @- ${shellQuote(`${url}/api/v1/bounces`)} || exit ${LATER}`,
      '',
    ].join('\n'),
  };
}
