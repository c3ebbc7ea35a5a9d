// Loaded into each process the launcher starts: when the launcher is killed, its children go too,
// else they would keep the port.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// In development the framework hands this on to a process of its own, which waits on that channel to
// be told what to serve: let go of, it would end at once.
if (process.env.NODE_ENV !== 'development') process.channel?.unref();
