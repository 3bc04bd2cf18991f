import { IncomingMessage } from 'node:http';
import { AppError } from '@/lib/errors';
import type { Refusal } from './request-guard';

const SILENCE_MS = 15_000;
const TOO_LARGE: Refusal = { status: 413, code: 'payload_too_large' };

/** The whole body, or why not. `check` sees each piece as it arrives, and may throw an AppError. */
export function readUpload(
  request: IncomingMessage,
  maxBytes: number,
  check: (bytes: Uint8Array) => void = () => undefined,
): Promise<Buffer | Refusal> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve(TOO_LARGE);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let total = 0;
    const end = (result: Buffer | Refusal) => {
      clearTimeout(silence);
      request.off('data', take).off('end', whole).off('close', gone).pause();
      resolve(result);
    };
    const silence = setTimeout(() => end({ status: 408, code: 'request_timeout' }), SILENCE_MS);
    const whole = () => end(Buffer.concat(chunks));
    const gone = () => end({ status: 400, code: 'bad_request' });
    const take = (chunk: Buffer) => {
      silence.refresh();
      total += chunk.length;
      if (total > maxBytes) return end(TOO_LARGE);
      try {
        check(chunk);
      } catch (error) {
        if (!(error instanceof AppError)) return reject(error);
        return end({ status: error.status, code: error.code });
      }
      chunks.push(chunk);
    };
    request.on('data', take).on('end', whole).on('close', gone);
  });
}

/** The request once more, with the body that was read from it. */
export function replay(request: IncomingMessage, body: Uint8Array): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const { 'transfer-encoding': _chunked, ...rest } = headers;
  Object.assign(copy, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  copy.headers = { ...rest, 'content-length': String(body.length) };
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}
