import nodemailer from 'nodemailer';
import { sampleMessage } from './sample';

/** What there is to beat, in a process of its own: nodemailer's pool, nothing stored, nothing recorded. */
const [port, count, connections] = process.argv.slice(2).map(Number) as [number, number, number];

const transport = nodemailer.createTransport({
  host: '127.0.0.1',
  port,
  secure: false,
  ignoreTLS: true,
  pool: true,
  maxConnections: connections,
  maxMessages: Number.POSITIVE_INFINITY,
});
const { from, to, subject, text } = sampleMessage();
await transport.sendMail({ from, to, subject, text });

const cpuBefore = process.cpuUsage();
const began = performance.now();
let next = 0;
async function sendSome(): Promise<void> {
  while (next++ < count) await transport.sendMail({ from, to, subject, text });
}
await Promise.all(Array.from({ length: connections * 2 }, sendSome));
const elapsedMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpuBefore);
transport.close();
process.send?.({ elapsedMs, cpuMs: (user + system) / 1000 });
process.disconnect?.();
