import { createServer, IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { flushAnnouncements } from '@/lib/announcements/announce';
import { onChange } from '@/lib/audit/after-change';
import { noteVersion } from '@/lib/configuration/versions/note';
import { closeDb } from '@/lib/database/pools';
import { env } from '@/lib/env';
import { errorMessage } from '@/lib/errors';
import { endFeedStreams } from '@/lib/feed/streams';
import { newId } from '@/lib/ids';
import { takeUpSoon } from '@/lib/inbound/spool';
import { endStreams } from '@/lib/live/streams';
import { log } from '@/lib/log';
import { followLogs } from '@/lib/logs/follow';
import { followProviders } from '@/lib/providers/follow';
import { startBySettings } from '@/lib/settings/system-in-use';
import { flushVisits } from '@/lib/tracking/visits';
import { bePresent } from '@/lib/workers/presence';
import { isAddressAdmitted } from './address-rules';
import { checkKeys } from './check-keys';
import { directRoute } from './direct-routes';
import { givePass } from './forwarded-actions';
import { admitPost } from './page-posts';
import { dropInsides, refusalOf, refuse, setClientAddress } from './request-guard';
import { completeHeaders } from './response-headers';
import { bareAnswer, endSlowSenders, TIME_LIMITS } from './slow-senders';
import { turnAway } from './turned-away';
import { watchAlone } from './watch-alone';

type Asked = { address: string; direct: ReturnType<typeof directRoute> };

/** Longer than a message with `Prefer: wait=10` waits for its outcome. */
const CLOSE_TIMEOUT_MS = 15_000;

await serve().catch(giveUp);

function giveUp(error: unknown): void {
  log.error('web cannot start', { reason: errorMessage(error) });
  process.exit(1);
}

async function serve(): Promise<void> {
  const { HOST, PORT, TRUSTED_PROXY_HOPS, NODE_ENV } = env();
  const dev = NODE_ENV === 'development';
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  await startBySettings();
  const id = newId();
  const signOff = await bePresent('web', { id });
  const stopTelling = await followLogs({ id, kind: 'web' });
  await checkKeys(giveUp);
  void followProviders();
  onChange(noteVersion);
  // The first, before anything is changed, and what was changed while nobody listened.
  void noteVersion();
  const server = createServer(TIME_LIMITS);
  // Imported late: it reads NODE_ENV. In production it gets a server nobody listens on for its upgrades: it needs none.
  const { default: next } = await import('next');
  const app = next({ dev, hostname: HOST, port: PORT, httpServer: dev ? server : createServer() });
  await app.prepare();
  const answer = app.getRequestHandler();

  endSlowSenders(server);
  server.on('request', (request, response) => {
    completeHeaders(request, response);
    const direct = directRoute(request);
    const refusal = refusalOf(request, direct !== null);
    if (refusal) return refuse(response, refusal);
    dropInsides(request);
    const address = setClientAddress(request, TRUSTED_PROXY_HOPS);
    givePass(request, response, address);
    if (closing) response.setHeader('connection', 'close');
    take(request, response, { address, direct }).catch((error: unknown) => {
      log.error('a request failed', { path: request.url?.split('?')[0], reason: errorMessage(error) });
      response.destroy();
    });
  });
  const take = async (request: IncomingMessage, response: ServerResponse, { address, direct }: Asked) => {
    if (!(await isAddressAdmitted(request, address))) return turnAway(request, response, address);
    if (direct) return direct(response);
    const admitted = await admitPost(request);
    return admitted instanceof IncomingMessage ? answer(admitted, response) : refuse(response, admitted);
  };
  if (!dev) server.on('upgrade', refuseUpgrade);

  let closing = false;
  const stopWatching = watchAlone();
  const stop = async () => {
    if (closing) return;
    closing = true;
    stopWatching();
    stopTelling();
    await signOff();
    endStreams();
    endFeedStreams();
    await closeServer(server);
    await app.close();
    await flushVisits();
    await flushAnnouncements();
    await closeDb();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await listen(server, PORT, HOST);
  log.info('web is listening', { host: HOST, port: PORT });
  takeUpSoon();
  process.send?.({ listening: PORT });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function refuseUpgrade(_request: unknown, socket: Duplex): void {
  socket.end(bareAnswer(400));
}

/** No new connections; requests under way may end. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
