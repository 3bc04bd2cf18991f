import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RateGate } from './rate-gate';

type Options = {
  perSecond: number;
  /** Each email that was taken over: Relevo's id of the message, and to whom. */
  onAccepted?: (id: string, to: string[]) => void;
};

/** What is used of `POST /v3/mail/send` (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send). */
type Email = {
  personalizations: Partial<Record<'to' | 'cc' | 'bcc', { email: string }[]>>[];
  headers?: Record<string, string>;
};

const MESSAGE_ID = /^<([0-9a-f-]{36})@/;

/**
 * The API of SendGrid on loopback, strict about a rate, which is refused as its documentation says ("Rate Limits" in
 * https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits): with the time of the next period.
 */
export class PacedApi {
  readonly gate: RateGate;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  private constructor(private readonly options: Options) {
    this.gate = new RateGate(options.perSecond);
  }

  static async start(options: Options): Promise<PacedApi> {
    const api = new PacedApi(options);
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      // The client hung up.
      return;
    }
    if (request.method !== 'POST' || request.url !== '/v3/mail/send')
      return answer(response, 404, error('Not Found'));
    const waitMs = this.gate.ask();
    if (waitMs > 0) return this.refuse(response, waitMs);
    const email: Email = JSON.parse(Buffer.concat(chunks).toString());
    const id = MESSAGE_ID.exec(email.headers?.['Message-ID'] ?? '')?.[1];
    const to = email.personalizations.flatMap(({ to = [], cc = [], bcc = [] }) => [to, cc, bcc].flat());
    if (id)
      this.options.onAccepted?.(
        id,
        to.map((each) => each.email),
      );
    answer(response, 202, undefined, { 'x-message-id': randomUUID() });
  }

  private refuse(response: ServerResponse, waitMs: number): void {
    answer(response, 429, error('too many requests'), {
      'x-ratelimit-limit': String(this.gate.perSecond),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil((Date.now() + waitMs) / 1000)),
    });
  }
}

const error = (message: string) => ({ errors: [{ field: null, message }] });

function answer(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
