/**
 * What does not belong into a copy of a running cluster ("Backing Up the Data Directory" in the manual
 * of PostgreSQL): what describes the running server, and what every start makes anew.
 */
const FILES = [
  /^postmaster\.(pid|opts)$/,
  /^(backup_label|tablespace_map)(\.old)?$/,
  /^backup_manifest(\.tmp)?$/,
  /^(postgresql\.auto\.conf|current_logfiles)\.tmp$/,
];

/** Anywhere: temporary files, temporary tables, and a cache that is wrong in another cluster. */
const ANYWHERE = [/^pgsql_tmp/, /^t\d+_\d+/, /^pg_internal\.init/];

/** These folders go along, but empty. The log is copied at the end, as much of it as is needed. */
const EMPTIED = new Set([
  ...['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial'],
  ...['pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_wal'],
]);

/** @param path below the cluster's folder, its parts divided by '/'. */
export function isLeftOut(path: string): boolean {
  const [top = '', ...below] = path.split('/');
  if (EMPTIED.has(top)) return below.length > 0;
  const name = below.at(-1) ?? top;
  if (ANYWHERE.some((pattern) => pattern.test(name))) return true;
  return below.length === 0 && FILES.some((pattern) => pattern.test(name));
}
