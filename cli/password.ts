import { createInterface } from 'node:readline';
import { createInterface as createDialogue } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { invalid } from '@/lib/errors';

/** Asked for at a terminal, unseen and twice; otherwise, or when told so, the first line of standard input. @throws AppError validation_failed */
export async function readPassword(fromStandardInput = false): Promise<string> {
  if (fromStandardInput || !process.stdin.isTTY) return readLine();
  const password = await ask('Password: ');
  if ((await ask('Once more: ')) !== password) throw invalid('password', 'the two are not the same');
  return password;
}

/** No more than the line: what holds the other end need not close it. */
async function readLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw invalid('password', 'standard input was empty');
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const dialogue = createDialogue({ input: process.stdin, output: unseen, terminal: true });
  dialogue.on('SIGINT', () => process.exit(130));
  try {
    return await dialogue.question('');
  } finally {
    dialogue.close();
    process.stderr.write('\n');
  }
}
