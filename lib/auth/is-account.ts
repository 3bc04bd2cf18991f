import { sql } from '@/lib/database/db';
import { accountKey } from './account-key';

/** Whether one of these addresses is that of an account, or of one that was ended. */
export async function isAccount(addresses: string[]): Promise<boolean> {
  const rows = await sql()`select from users where email_key = any(${addresses.map(accountKey)}) limit 1`;
  return rows.length > 0;
}
