import { Agent, request } from 'node:http';
import { sampleMessage } from './sample';

/** Posts `count` messages over `concurrency` connections that stay open; every one must be accepted with 202. */
export async function postMessages(
  url: string,
  token: string,
  count: number,
  concurrency: number,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const body = Buffer.from(JSON.stringify(sampleMessage()));
  let next = 0;
  async function postSome(): Promise<void> {
    while (next++ < count) await post(`${url}/api/v1/messages`, token, body, agent);
  }
  await Promise.all(Array.from({ length: concurrency }, postSome));
  agent.destroy();
}

function post(url: string, token: string, body: Buffer, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        response.statusCode === 202 ? resolve() : reject(new Error(`${response.statusCode}: ${text}`)),
      );
    });
    call.on('error', reject).end(body);
  });
}
