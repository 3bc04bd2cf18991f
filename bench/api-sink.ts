import { PacedApi } from '@/lib/testing/paced-api';

/** A provider's API in a process of its own, which takes as many emails in any second as the first argument says. */
const REPORT_EVERY_MS = 50;

const api = await PacedApi.start({ perSecond: Number(process.argv[2]) });
process.send?.({ url: api.url });
let reported = -1;
setInterval(() => {
  const requests = api.gate.acceptedAt.length + api.gate.refusedAt.length;
  if (requests === reported) return;
  reported = requests;
  process.send?.({ accepted: api.gate.acceptedAt.length });
}, REPORT_EVERY_MS);
process.on('message', () =>
  process.send?.({ acceptedAt: api.gate.acceptedAt, refusedAt: api.gate.refusedAt }),
);
process.on('disconnect', () => process.exit());
