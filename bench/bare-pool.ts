import nodemailer from 'nodemailer';

/** nodemailer's own pool, as its manual has it, to the sink. */
export function openPool(port: number, connections: number) {
  return nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
}
