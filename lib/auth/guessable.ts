import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What a guesser who begins with what people choose finds within so many tries: zxcvbn's own line between weak and fair. */
const GUESSES = 1e8;
/** What is longer costs more time than it tells (30 ms for these, hundreds for 256): who begins so badly should begin otherwise. */
const JUDGED_LENGTH = 40;

/** By lists of passwords that were found in use, with the ways in which people vary them: capitals, digits behind, `p@ssw0rd`, rows of keys. */
export async function isGuessable(password: string, ownWords: string[]): Promise<boolean> {
  judge ??= load();
  const { guesses } = (await judge).check(password.slice(0, JUDGED_LENGTH), ownWords);
  return guesses < GUESSES;
}

let judge: Promise<ZxcvbnFactory> | undefined;

/** 150 ms and 10 MB, which only those processes spend in which somebody chooses a password. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([
    import('@zxcvbn-ts/core').then(whole),
    import('@zxcvbn-ts/language-common').then(whole),
  ]);
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** CommonJS: some loaders give its names, some all of it as the default. */
function whole<Module extends object>(module: Module): Module {
  return 'default' in module ? (module.default as Module) : module;
}
