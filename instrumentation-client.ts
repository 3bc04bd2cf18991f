/**
 * Runs before anything else of a page. zod writes code for its parsers where it may; whether it may it asks once, by trying. The policy of
 * our pages forbids that, and tells of each try; asked while a debugger evaluates something, it would even believe that it may.
 */
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };
