import { sql } from '@/lib/database/db';

/** As long as messages are. */
export async function forgetOldReceived(days: number): Promise<void> {
  await sql()`delete from received_texts where at < now() - make_interval(days => ${days})`;
}

/** Of a person who is to be known no more. */
export async function eraseReceived(addresses: string[]): Promise<void> {
  await sql()`delete from received_texts where lower(address) = any(${addresses})`;
}
