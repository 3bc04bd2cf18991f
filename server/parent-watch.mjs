// Loaded before web and worker: when the supervisor is killed, they stop as if it had asked them to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
