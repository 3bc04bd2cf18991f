import { Agent, request } from 'node:http';
import type { FuzzRequest } from './requests';

export type FuzzAnswer = { status: number; bytes: number; policy: boolean };

/** One after the other, so that what the web process spends is spent on this one. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const TIMEOUT_MS = 30_000;

/** @returns undefined when the connection ended without an answer: the server may hang up on whoever sends too much */
export function send(
  url: string,
  { method, path, headers, body, chunked }: FuzzRequest,
): Promise<FuzzAnswer | undefined> {
  return new Promise((resolve) => {
    let answered = false;
    const length: Record<string, string> = chunked
      ? { 'transfer-encoding': 'chunked' }
      : { 'content-length': String(body?.length) };
    const own = body ? { ...headers, ...length } : headers;
    const outgoing = request(url, { method, path, agent, headers: own, timeout: TIMEOUT_MS }, (response) => {
      answered = true;
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      const policy = response.headers['content-security-policy'] !== undefined;
      const done = () => resolve({ status: response.statusCode!, bytes, policy });
      response.on('end', done).on('error', done);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', () => !answered && resolve(undefined));
    if (body) outgoing.write(body);
    outgoing.end();
  });
}

export function closeConnections(): void {
  agent.destroy();
}
