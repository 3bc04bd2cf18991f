import { Pool } from 'undici';

/** A caller of the API that keeps its connections open. */
export class Caller {
  private readonly pool: Pool;

  constructor(
    url: string,
    private readonly token: string,
    private readonly concurrency: number,
  ) {
    this.pool = new Pool(url, { connections: concurrency });
  }

  /** Posts `count` times, `concurrency` at once. @throws when one is not answered as it should be */
  async postMany(path: string, body: Buffer, count: number, status: number): Promise<void> {
    let next = 0;
    const postSome = async () => {
      while (next++ < count) await this.post(path, body, status);
    };
    await Promise.all(Array.from({ length: this.concurrency }, postSome));
  }

  async post(path: string, body: Buffer, status: number): Promise<string> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const response = await this.pool.request({ path, method: 'POST', headers, body });
    const text = await response.body.text();
    if (response.statusCode !== status || text.includes('"error"'))
      throw new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 500)}`);
    return text;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
