import { publicUrl } from '@/lib/env';

/**
 * Somebody else's HTML: no scripts, no forms, no requests; may only be framed by our own pages. Pictures of other servers tell those that the
 * message is being read: only for who asked for them.
 */
export function untrustedHtml(
  html: ReadableStream<Uint8Array<ArrayBuffer>>,
  { remotePictures }: { remotePictures: boolean },
): Response {
  const pictures = remotePictures ? `https: data: ${publicUrl()}` : 'data:';
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox; default-src 'none'; img-src ${pictures}; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    },
  });
}

/**
 * HTML that somebody wrote, for everybody to read: its links lead away, and nothing of it may run, send, or be framed; as if it came from
 * nowhere, so that it is nobody's session.
 */
export function publicHtml(html: string, language: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'public, max-age=300',
      vary: 'accept-language',
    },
  });
}

/**
 * An empty page for HTML that is still being written: the panel puts it in. What it puts there may run nothing and send nothing, but for pictures of other
 * servers where somebody asked for them; a page of the panel itself would not let it have styles.
 */
export function previewFrame({ remotePictures }: { remotePictures: boolean }): Response {
  const pictures = remotePictures ? "https: data: blob: 'self'" : 'data: blob:';
  return new Response('<!doctype html><title></title>', {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox allow-same-origin; default-src 'none'; img-src ${pictures}; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    },
  });
}

export function plainText(text: ReadableStream<Uint8Array<ArrayBuffer>>): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** Always as a download, never shown inline: a stored file is untrusted too. */
export function download(file: {
  filename: string;
  contentType: string;
  sizeBytes: number;
  content: ReadableStream<Uint8Array<ArrayBuffer>>;
}): Response {
  return new Response(file.content, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.sizeBytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeFilename(file.filename)}`,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** A table for a spreadsheet, with its day in the name. */
export function csvFile(name: string, content: ReadableStream<Uint8Array<ArrayBuffer>>): Response {
  return datedFile(`${name}.csv`, 'text/csv; charset=utf-8; header=present', content);
}

export function jsonFile(name: string, content: ReadableStream<Uint8Array<ArrayBuffer>>): Response {
  return datedFile(`${name}.json`, 'application/json', content);
}

export function yamlFile(name: string, text: string): Response {
  return datedFile(`${name}.yaml`, 'application/yaml', text);
}

function datedFile(
  name: string,
  contentType: string,
  content: ReadableStream<Uint8Array<ArrayBuffer>> | string,
): Response {
  const dated = name.replace('.', `-${new Date().toISOString().slice(0, 10)}.`);
  return new Response(content, {
    headers: {
      'content-type': contentType,
      'content-security-policy': 'sandbox',
      'content-disposition': `attachment; filename="${dated}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** RFC 8187: everything but its attr-char is percent-encoded. */
function encodeFilename(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Words of ours as a script that leaves them at `window.relevoWords`, by the name of its file. */
export function wordsScript(file: string, words: object, { keep }: { keep: boolean }): Response {
  // `<` as it must not stand in a script that is written into a page, should anybody ever do that.
  const json = JSON.stringify(words).replaceAll('<', '\\u003c');
  return new Response(`(self.relevoWords??={})[${JSON.stringify(file)}]=${json}`, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': keep ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  });
}
