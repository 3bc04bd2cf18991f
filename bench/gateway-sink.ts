import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway for text messages in a process of its own: it takes every one and forgets it, fast enough not to be what is measured. */
const REPORT_EVERY_MS = 10;
const ANSWER = JSON.stringify({ id: 'taken' });

let accepted = 0;
let reported = -1;

const server = createServer({ keepAlive: true, noDelay: true }, (request, response) => {
  request.resume().on('end', () => {
    accepted++;
    response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
setInterval(() => {
  if (accepted === reported) return;
  reported = accepted;
  process.send?.({ accepted });
}, REPORT_EVERY_MS);
process.on('disconnect', () => process.exit());
