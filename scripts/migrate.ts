import { withDatabase } from '@/lib/master-keys/with-database';

/** `npm run migrate`: brings the database up to date by itself, before new web and worker processes are rolled out. */
await withDatabase(async () => console.log('The database is up to date.'));
