import { openPool } from './bare-pool';
import { sampleMessage } from './sample';

/** What there is to beat: nodemailer's pool, nothing stored, nothing recorded. Stays until told to go, so that its CPU time can be read. */
const [port, count, connections] = process.argv.slice(2).map(Number) as [number, number, number];
const transport = openPool(port, connections);
const { from, to, subject, text } = sampleMessage();

let next = 0;
async function sendSome(): Promise<void> {
  while (next++ < count) await transport.sendMail({ from, to, subject, text });
}
await Promise.all(Array.from({ length: connections * 2 }, sendSome));
setInterval(() => undefined, 60_000);
