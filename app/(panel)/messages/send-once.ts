type Answered = { ok: true } | { ok: false; error: { code: string } };

/** Nobody knows whether it was accepted: only the same key finds out. */
const UNANSWERED = new Set(['offline', 'internal', 'unavailable', 'idempotency_in_progress']);

/**
 * One key for a form until it is answered, and one request at a time: a second press joins the first, and one after a lost answer is
 * answered as the first was. With the answer the form is as if newly opened.
 */
export class SendOnce<Values, Answer extends Answered> {
  private key: string;
  private underWay: Promise<Answer> | undefined;

  constructor(
    private readonly post: (values: Values, key: string) => Promise<Answer>,
    private readonly newKey: () => string,
  ) {
    this.key = newKey();
  }

  send(values: Values): Promise<Answer> {
    this.underWay ??= this.run(values).finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async run(values: Values): Promise<Answer> {
    const answer = await this.post(values, this.key);
    if (answer.ok || !UNANSWERED.has(answer.error.code)) this.key = this.newKey();
    return answer;
  }
}

/** `crypto.randomUUID` is not there on a page over plain HTTP. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
