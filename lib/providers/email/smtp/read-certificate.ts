import { TLSSocket } from 'node:tls';
import { connect, createConnection, type SmtpConfig } from './connection';

export type ServerCertificate =
  | { state: 'read'; names: string[]; expiresAt: Date; trusted: boolean; problem: string | null }
  | { state: 'none' }
  | { state: 'unreachable'; reason: string };

const WITHIN_MS = 8_000;

/** What the server shows of itself, whether or not it is trusted. Nobody signs in, and nothing is sent. */
export async function readCertificate(config: SmtpConfig): Promise<ServerCertificate> {
  const { settings } = config;
  const tls = {
    minVersion: settings.tls?.minVersion ?? ('TLSv1.2' as const),
    ...settings.tls,
    verify: false,
  };
  const connection = createConnection({ ...config, settings: { ...settings, tls } }, WITHIN_MS);
  try {
    await connect(connection);
    const { _socket: socket } = connection as unknown as { _socket: unknown };
    if (!(socket instanceof TLSSocket)) return { state: 'none' };
    const { subject, subjectaltname = '', valid_to } = socket.getPeerCertificate();
    const others = subjectaltname.split(', ').filter((name) => name.startsWith('DNS:'));
    const names = others.length > 0 ? others.map((name) => name.slice(4)) : [String(subject?.CN ?? '')];
    const problem = socket.authorizationError ? String(socket.authorizationError) : null;
    return { state: 'read', names, expiresAt: new Date(valid_to), trusted: socket.authorized, problem };
  } catch (error) {
    return { state: 'unreachable', reason: (error as { code?: string }).code ?? 'unknown' };
  } finally {
    connection.close();
  }
}
