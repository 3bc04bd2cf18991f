import { Agent, request } from 'node:http';
import { sleep } from './waiting';

export type Answer = { status: number; body: unknown };
export type Outgoing = Record<string, unknown>;

const REQUEST_TIMEOUT_MS = 60_000;
const RETRY_MS = 100;
const BATCH = 500;

/** A program that uses the API as its documentation asks: each post has an Idempotency-Key and is repeated until it is answered. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  /** Requests that were sent again, because nobody answered or the answer was 5xx. */
  retries = 0;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** One request, no second try. @throws when the connection fails */
  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const outgoing = request(
        `${this.url}${path}`,
        {
          method,
          agent: this.agent,
          timeout: REQUEST_TIMEOUT_MS,
          headers: {
            authorization: `Bearer ${this.token}`,
            ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            try {
              resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : null });
            } catch (error) {
              reject(error);
            }
          });
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')));
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
  }

  /** As `call`, but anything else than 2xx is an error. */
  async expect<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call(method, path, body);
    if (answer.status >= 200 && answer.status < 300) return answer.body as T;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** As `expect`, but asked again until somebody answers with less than 500: for what may be done twice. @throws on 4xx, and when `signal` aborts */
  async insist<T>(method: string, path: string, body: unknown, signal: AbortSignal): Promise<T> {
    for (;;) {
      const answer = await this.call(method, path, body).catch(() => null);
      if (answer && answer.status < 300) return answer.body as T;
      if (answer && answer.status < 500)
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await this.pause(signal);
    }
  }

  /** Posts under the key until it is accepted. @returns the message's id @throws on 4xx, and when `signal` aborts */
  async postUntilAccepted(message: Outgoing, key: string, signal: AbortSignal): Promise<string> {
    return ((await this.persist('/api/v1/messages', message, key, signal)) as { id: string }).id;
  }

  /** The same for any number, in batches. */
  async postBatches(messages: Outgoing[], key: string, signal: AbortSignal): Promise<string[]> {
    const ids: string[] = [];
    for (let from = 0; from < messages.length; from += BATCH)
      ids.push(...(await this.postBatch(messages.slice(from, from + BATCH), `${key}-${from}`, signal)));
    return ids;
  }

  private async postBatch(messages: Outgoing[], key: string, signal: AbortSignal): Promise<string[]> {
    for (;;) {
      const answer = await this.persist('/api/v1/messages/batch', { messages }, key, signal);
      const { results } = answer as { results: ({ id: string } | { error: { status: number } })[] };
      if (results.every((result) => 'id' in result)) return results.map(({ id }) => id);
      const refused = results.find((result) => 'error' in result && result.error.status < 500);
      if (refused) throw new Error(`The batch was refused: ${JSON.stringify(refused)}`);
      await this.pause(signal);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async persist(path: string, body: unknown, key: string, signal: AbortSignal): Promise<unknown> {
    for (;;) {
      const answer = await this.call('POST', path, body, { 'idempotency-key': key }).catch(() => null);
      if (answer && answer.status < 300) return answer.body;
      if (answer && answer.status < 500 && codeOf(answer) !== 'idempotency_in_progress')
        throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await this.pause(signal);
    }
  }

  private async pause(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.retries++;
    await sleep(RETRY_MS);
  }
}

function codeOf({ body }: Answer): string | undefined {
  return (body as { code?: string } | null)?.code;
}
