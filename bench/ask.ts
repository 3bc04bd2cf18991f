import { Pool } from 'undici';
import type { Process } from './process';
import { percentile } from './report';

export type Asked = {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
};
export type Speed = { perSecond: number; p95Ms: number; cpuMs: number };

/** As fast as so many connections can. `cpuMs`: of the web process, a request. @throws where one answers anything else than `status` */
export async function askAll(
  { url, web }: { url: string; web: Process },
  requests: Asked[],
  { status, atOnce = 10 }: { status: number; atOnce?: number },
): Promise<Speed> {
  const pool = new Pool(url, { connections: atOnce });
  const tookMs: number[] = [];
  let next = 0;
  const askSome = async () => {
    for (let n = next++; n < requests.length; n = next++) {
      const began = performance.now();
      const { statusCode, body } = await pool.request({ method: 'GET', ...requests[n]! });
      await body.arrayBuffer();
      if (statusCode !== status) throw new Error(`${requests[n]!.path} answered ${statusCode}.`);
      tookMs.push(performance.now() - began);
    }
  };
  const [cpuBefore, began] = [web.cpuMs(), performance.now()];
  await Promise.all(Array.from({ length: atOnce }, askSome));
  const perSecond = (requests.length * 1_000) / (performance.now() - began);
  await pool.close();
  return { perSecond, p95Ms: percentile(tookMs, 95), cpuMs: (web.cpuMs() - cpuBefore) / requests.length };
}
