import { buildIfNeeded } from '@/server/build';
import { StartError } from '@/server/start-error';

/** `npm run build`. The supervisor does the same by itself. */
try {
  console.log((await buildIfNeeded()) ? 'Built the panel.' : 'The build is up to date.');
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
