import { verifyToken } from '@/lib/tokens/verify';

/** A process of its own that checks one token again and again: `works` at its first check, then when it was first refused. */
const token = process.argv[2]!;

async function main(): Promise<void> {
  let told = false;
  for (;;) {
    try {
      await verifyToken(token, { ip: null, agent: null });
    } catch (error) {
      process.send?.({ refusedAt: Date.now(), code: (error as { code?: string }).code });
      return;
    }
    if (!told) process.send?.('works');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

void main().then(() => process.exit(0));
