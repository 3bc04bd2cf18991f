import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { selfSigned } from './self-signed';

describe('a certificate that vouches for itself', () => {
  const { key, cert } = selfSigned(['mail.clinic.example', 'localhost', '127.0.0.1', '::1']);
  const read = new X509Certificate(cert);

  it('is one, as OpenSSL reads it', () => {
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.subject).toBe('CN=mail.clinic.example');
    expect(read.issuer).toBe(read.subject);
    expect(read.checkHost('localhost')).toBe('localhost');
    expect(read.checkHost('mail.clinic.example')).toBe('mail.clinic.example');
    expect(read.checkHost('other.example')).toBeUndefined();
    expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(read.checkIP('::1')).toBe('::1');
    const years = (Date.parse(read.validTo) - Date.parse(read.validFrom)) / 31_557_600_000;
    expect(Math.round(years)).toBe(10);
    expect(new X509Certificate(selfSigned(['a.example'], new Date('2045-01-01')).cert).validTo).toContain(
      '2055',
    );
  });

  it('is taken by who trusts it, by name', async () => {
    const server = createServer({ key, cert }, (socket) => socket.end('hello'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: cert });
    const [hello] = await once(socket, 'data');
    expect(String(hello)).toBe('hello');
    expect(socket.authorized).toBe(true);
    server.close();
  });
});
